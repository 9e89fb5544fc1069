import type { ConnectionView } from "@eyestalk/mesh";
import type { Participant } from "../session/index.ts";
import type { Translate } from "../i18n/index.ts";

const WORST_FIRST = ["poor", "fair", "unknown", "good"] as const;

/** How the call does as a whole: as its worst link; over a relay if one link is. */
export function overall(participants: readonly Participant[]): ConnectionView | undefined {
  const links = participants.map(({ connection }) => connection);
  if (links.length === 0) return undefined;
  const quality = WORST_FIRST.find((level) => links.some((link) => link.quality === level));
  const path = (["relay", "unknown", "direct"] as const).find((way) =>
    links.some((link) => link.path === way),
  );
  return { path: path ?? "unknown", quality: quality ?? "unknown" };
}

/** "direct · good": a link in two words. */
export function qualityText({ path, quality }: ConnectionView, t: Translate): string {
  const way = path === "unknown" ? t("quality.unknownPath") : t(`quality.${path}`);
  return t("quality.summary", { path: way, quality: t(`quality.${quality}`) });
}
