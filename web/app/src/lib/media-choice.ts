import type { ChosenDevices } from "@eyestalk/mesh";
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
