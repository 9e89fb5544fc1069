import type { LocalMedia } from "@eyestalk/mesh";
import { useMemo } from "react";
import { useStore } from "../lib/use-store.ts";
import type { MeetingSession } from "../session/index.ts";
import { tilesOf, type TileView } from "./tiles.ts";

/** Louder than this is speech. Of `LocalMedia.level`, 0 to 1. */
const SPEECH = 0.15;

/** Everybody's tile as it is now; none before the room was entered. */
export function useTiles(session: MeetingSession, media: LocalMedia): readonly TileView[] {
  const self = useStore(session.self);
  const others = useStore(session.participants);
  const microphone = useStore(media.microphone);
  const camera = useStore(media.camera);
  const preview = useStore(media.preview);
  const screen = useStore(media.screen);
  const isSpeaking = useStore(useMemo(() => isAbove(media.level, SPEECH), [media]));
  if (!self) return [];
  const microphoneOn = microphone === "on";
  const own = {
    microphoneOn,
    cameraOn: camera === "on",
    isSpeaking: microphoneOn && isSpeaking,
    preview,
    screen,
  };
  return tilesOf({ self, own, others });
}

/** A yes or no of a level: React draws anew when it turns, not at every value. */
function isAbove(level: LocalMedia["level"], bound: number) {
  return { subscribe: level.subscribe, get: () => level.get() > bound };
}
