import type { ChosenDevices, LocalMedia } from "@eyestalk/mesh";
import { recall, remember } from "./memory.ts";

/** How a person wants to enter: kept, so that the next meeting and a reload start the same way. */
export interface MediaChoice {
  readonly audio: boolean;
  readonly video: boolean;
  readonly devices: ChosenDevices;
}

const KEPT_AS = "eyestalk.media";
const EVERYTHING: MediaChoice = { audio: true, video: true, devices: {} };

/** The choice of last time; everything on at first. */
export function lastMediaChoice(): MediaChoice {
  const kept = recall(KEPT_AS);
  if (kept === null) return EVERYTHING;
  try {
    return read(JSON.parse(kept));
  } catch {
    return EVERYTHING; // written by something else
  }
}

/** Remembers the choice. */
export function keepMediaChoice(choice: MediaChoice): void {
  remember(KEPT_AS, JSON.stringify(choice));
}

/** Remembers how the media stand. A device that was refused or is missing was wanted all the same. */
export function keepMediaState(media: LocalMedia): void {
  keepMediaChoice({
    audio: media.microphone.get() !== "off",
    video: media.camera.get() !== "off",
    devices: media.chosen.get(),
  });
}

/**
 * Remembers every change while `isMeeting` says so: whoever muted and reloads the page must not be
 * heard again by surprise. Returns what ends it.
 */
export function followMediaState(media: LocalMedia, isMeeting: () => boolean): () => void {
  const keep = (): void => {
    if (isMeeting()) keepMediaState(media);
  };
  const undo = [media.microphone, media.camera, media.chosen].map((store) => store.subscribe(keep));
  return () => {
    for (const each of undo) each();
  };
}

function read(kept: unknown): MediaChoice {
  const fields = new Map<string, unknown>(Object.entries(Object(kept)));
  const ids = new Map<string, unknown>(Object.entries(Object(fields.get("devices"))));
  const id = (role: string): string | undefined => {
    const value = ids.get(role);
    return typeof value === "string" ? value : undefined;
  };
  return {
    audio: fields.get("audio") !== false,
    video: fields.get("video") !== false,
    devices: { camera: id("camera"), microphone: id("microphone"), speaker: id("speaker") },
  };
}
