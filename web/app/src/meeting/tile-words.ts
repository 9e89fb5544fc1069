import type { PlainKey, Translate } from "../i18n/index.ts";
import type { TileView } from "./tiles.ts";

/** Whose tile this is. */
export function tileName(tile: TileView, t: Translate): string {
  if (tile.kind === "screen") {
    return tile.isSelf ? t("tile.yourScreen") : t("tile.screenOf", { name: tile.name });
  }
  return tile.isSelf ? t("meeting.youNamed", { name: tile.name }) : tile.name;
}

/** The word for a connection that does not stand; undefined while it does. */
export function stateWord(tile: TileView): PlainKey | undefined {
  return tile.state === "connected" ? undefined : `tile.${tile.state}`;
}

/** Everything the tile shows, in one sentence for a screen reader. */
export function tileSentence(tile: TileView, t: Translate): string {
  const state = stateWord(tile);
  const marks: readonly (PlainKey | false | undefined)[] = [
    state,
    tile.isMuted && "tile.muted",
    tile.kind === "face" && !tile.hasVideo && "tile.cameraOff",
    tile.isSharing && "tile.sharing",
  ];
  const words = marks.flatMap((mark) => (mark ? [t(mark)] : []));
  return [tileName(tile, t), ...words].join(", ");
}
