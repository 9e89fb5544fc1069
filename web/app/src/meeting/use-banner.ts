import type { LocalMedia } from "@eyestalk/mesh";
import { useMemo, useState } from "react";
import { useStore } from "../lib/use-store.ts";
import type { MeetingSession } from "../session/index.ts";
import { chooseBanner, type Banner, type BannerFacts } from "./banners.ts";
import type { Playback } from "./playback.ts";
import { silenceOf } from "./silence.ts";

export interface BannerSources {
  session: MeetingSession;
  media: LocalMedia;
  playback: Playback;
  screenProblem: BannerFacts["screenProblem"];
}

/** The banner to show now, and how to be rid of it. */
export function useBanner(sources: BannerSources): [Banner | undefined, (id: string) => void] {
  const { session, media, playback, screenProblem } = sources;
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const silence = useMemo(() => silenceOf(media.microphone, media.level), [media]);
  const participants = useStore(session.participants);
  const banner = chooseBanner({
    isSoundBlocked: useStore(playback.isBlocked),
    server: useStore(session.server),
    screenProblem,
    notice: useStore(media.notice),
    isSilent: useStore(silence),
    isRelayed: participants.some(({ connection }) => connection.path === "relay"),
    dismissed,
  });
  return [banner, (id) => setDismissed(new Set([...dismissed, id]))];
}
