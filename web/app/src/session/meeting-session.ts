import type { LocalMedia } from "@eyestalk/mesh";
import type { MeetingSession } from "./face.ts";
import type { ServerLink } from "./server-link.ts";

/** What a meeting is made of. */
export interface MeetingOptions {
  readonly link: ServerLink;
  /** Opened before, by the pre-join page; never reopened. */
  readonly media: LocalMedia;
}

/** Makes a meeting that is not entered yet. */
export function createMeeting(_options: MeetingOptions): MeetingSession {
  throw new Error("not there yet");
}
