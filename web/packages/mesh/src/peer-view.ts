import type { MediaState } from "@eyestalk/protocol";
import type { Presence } from "./peer-channel.ts";
import { NO_RESTARTS, type Restarts } from "./restarts.ts";
import {
  UNKNOWN_CONNECTION,
  type ConnectionView,
  type FailureReason,
  type PeerState,
} from "./views.ts";

/** What a page may know of another person's link. A new object whenever something changed. */
export interface PeerView {
  readonly state: PeerState;
  readonly failure: FailureReason | undefined;
  /** Descriptions have been exchanged, for the first time or again. */
  readonly negotiated: boolean;
  readonly presence: Presence;
  /** Their client speaks over the data channel and it is open now. */
  readonly channel: boolean;
  readonly connection: ConnectionView;
  readonly restarts: Restarts;
  readonly speaking: boolean;
  /** What they said over a description or the channel that they send; undefined: nothing yet. */
  readonly media: MediaState | undefined;
  readonly cameraStream: MediaStream | undefined;
  readonly screenStream: MediaStream | undefined;
}

/** Somebody nothing is known of yet. */
export const BLANK_PEER: PeerView = {
  state: "new",
  failure: undefined,
  negotiated: false,
  presence: "unknown",
  channel: false,
  connection: UNKNOWN_CONNECTION,
  restarts: NO_RESTARTS,
  speaking: false,
  media: undefined,
  cameraStream: undefined,
  screenStream: undefined,
};

/** Whether a page has nothing to draw anew. */
export function looksSame(before: PeerView, after: PeerView): boolean {
  return (
    before.cameraStream === after.cameraStream &&
    before.screenStream === after.screenStream &&
    JSON.stringify(plain(before)) === JSON.stringify(plain(after))
  );
}

function plain({ cameraStream: _camera, screenStream: _screen, ...rest }: PeerView): object {
  return rest;
}
