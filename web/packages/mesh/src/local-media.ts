import type { LocalMedia } from "./local-media-face.ts";

/** Makes the local media of one page. Nothing is opened yet. */
export function createLocalMedia(): LocalMedia {
  throw new Error("not there yet");
}
