/** How a link to another person does, in numbers and in one word. */
export interface ConnectionView {
  /** `relay`: the media takes the way over a TURN server. */
  readonly path: "direct" | "relay" | "unknown";
  readonly quality: "good" | "fair" | "poor" | "unknown";
  /** Round trip in milliseconds. */
  readonly rttMs?: number | undefined;
  /** Received packets lost in the last seconds, 0 to 100. */
  readonly lossPercent?: number | undefined;
  /** Received media in kilobits per second. */
  readonly kbps?: number | undefined;
}

/** A link nothing is known of yet. */
export const UNKNOWN_CONNECTION: ConnectionView = { path: "unknown", quality: "unknown" };

/** Where a peer connection stands. `closed` is final; a rejoin makes a new peer. */
export type PeerState = "new" | "connecting" | "connected" | "reconnecting" | "failed" | "closed";

/**
 * Why a link failed; the words for it are the page's.
 *
 * - `no-relay`: this network blocks direct calls and there is no relay to try
 * - `relay-unreachable`: neither a direct way nor the relay worked
 * - `no-answer`: the other side never answered
 */
export type FailureReason = "no-relay" | "relay-unreachable" | "no-answer";
