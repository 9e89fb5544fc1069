import type { Store } from "@eyestalk/mesh";
import { useId, useMemo, type KeyboardEventHandler, type PointerEventHandler } from "react";
import { useT } from "../i18n/index.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { holdStill } from "../lib/hold-still.ts";
import { classes } from "../ui/classes.ts";
import { Spoken } from "../ui/Spoken.tsx";
import type { Place } from "./grid-layout.ts";
import type { Playback } from "./playback.ts";
import styles from "./Tile.module.css";
import { tileName, tileSentence } from "./tile-words.ts";
import { TileLabel } from "./TileLabel.tsx";
import { TileStatus } from "./TileStatus.tsx";
import type { TileView } from "./tiles.ts";

/** What makes the own tile movable; absent for tiles that stand still. */
export interface TileMotion {
  readonly offset: { readonly x: number; readonly y: number };
  readonly onPointerDown: PointerEventHandler;
  readonly onPointerMove: PointerEventHandler;
  readonly onPointerUp: PointerEventHandler;
  readonly onPointerCancel: PointerEventHandler;
  readonly onKeyDown: KeyboardEventHandler;
}

export interface TileProps {
  tile: TileView;
  place: Place;
  playback: Playback;
  /** Whether the picture is to stand still; absent: never. */
  isStill?: Store<boolean> | undefined;
  /** Absent: there is nothing to enlarge it from. */
  onToggleSize?: (() => void) | undefined;
  isEnlarged: boolean;
  motion?: TileMotion | undefined;
}

/** One person or one shared screen: the picture, who it is, and how it stands in words. */
export function Tile(props: TileProps) {
  const { tile, place, playback, isStill, onToggleSize, isEnlarged, motion } = props;
  const t = useT();
  const hintId = useId();
  const { stream } = tile;
  const attach = useMemo(
    () => (element: HTMLVideoElement) => {
      const detach = playback.attach(element, stream);
      const goOn = isStill && holdStill(element, isStill);
      return () => {
        goOn?.();
        detach();
      };
    },
    [playback, stream, isStill],
  );
  const { offset, ...handlers } = motion ?? { offset: { x: 0, y: 0 } };
  const isDim = tile.state !== "connected" && tile.state !== "connecting";
  return (
    <article
      className={classes(
        styles.tile,
        styles[place.role],
        tile.kind === "screen" && styles.screen,
        tile.isSpeaking && styles.speaking,
      )}
      style={{
        width: place.width,
        height: place.height,
        transform: `translate(${place.x + offset.x}px, ${place.y + offset.y}px)`,
      }}
      aria-label={tileSentence(tile, t)}
      data-testid="tile"
      data-sid={tile.sid}
      data-self={tile.isSelf}
      data-state={tile.state}
      data-kind={tile.kind}
      data-role={place.role}
      {...handlers}
    >
      {tile.kind === "face" && (
        <span className={styles.under}>
          <Avatar name={tile.name} size="tile" />
        </span>
      )}
      {/* Stays while the camera is off: the sound comes from it. There are no captions of live talk. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        ref={attach}
        className={classes(
          styles.video,
          tile.isSelf && tile.kind === "face" && styles.mirror,
          !tile.hasVideo && styles.hidden,
          isDim && styles.dim,
        )}
        autoPlay
        playsInline
        muted={tile.isSelf}
      />
      {onToggleSize && (
        <button
          type="button"
          className={styles.enlarge}
          aria-label={
            isEnlarged ? t("tile.shrink") : t("tile.enlarge", { name: tileName(tile, t) })
          }
          aria-describedby={motion && hintId}
          onClick={onToggleSize}
        />
      )}
      {motion && (
        <Spoken>
          <span id={hintId}>{t("tile.move")}</span>
        </Spoken>
      )}
      <TileStatus tile={tile} />
      <TileLabel tile={tile} />
    </article>
  );
}
