/** What decides over an incoming description. */
export interface Negotiation {
  /** The polite side gives way when both offer at once. */
  readonly polite: boolean;
  readonly signaling: RTCSignalingState;
}

/**
 * - `apply`: set it as remote description
 * - `apply-and-answer`: the same, then answer; takes back an own offer that is under way
 * - `ignore`: our own offer wins
 * - `late`: an answer nobody waits for any more
 */
export type Verdict = "apply" | "apply-and-answer" | "ignore" | "late";

/**
 * Perfect negotiation (W3C webrtc-pc, section 10.7): whose offer wins when both sides offer at once.
 * Descriptions are handled one at a time, so an offer under way shows in the signaling state.
 */
export function judge(now: Negotiation, kind: "offer" | "answer"): Verdict {
  if (now.signaling === "closed") return "ignore";
  if (kind === "answer") return now.signaling === "have-local-offer" ? "apply" : "late";
  const collision = now.signaling !== "stable";
  return collision && !now.polite ? "ignore" : "apply-and-answer";
}

/** What decides to which connection a signal belongs. */
export interface Pairing {
  readonly polite: boolean;
  /** Undefined: we wait for the other side to begin. */
  readonly current: string | undefined;
  /** We began the current connection and nothing of the other side has come for it yet. */
  readonly unanswered: boolean;
  readonly retired: ReadonlySet<string>;
}

/**
 * - `current`: for the connection we have
 * - `adopt`: the first offer of the connection we wait for
 * - `replace`: the other side has begun anew; so must we
 * - `drop`: of a connection that is no more
 */
export type Belonging = "current" | "adopt" | "replace" | "drop";

/** Tells signals of this connection from those of one that was replaced, or that replaces it. */
export function belongs(
  pairing: Pairing,
  signal: { readonly connectionId: string | undefined; readonly isOffer: boolean },
): Belonging {
  const { connectionId, isOffer } = signal;
  if (connectionId === undefined) return "current"; // a client of 2022 has one connection per person
  if (connectionId === pairing.current) return "current";
  if (pairing.retired.has(connectionId) || !isOffer) return "drop";
  if (pairing.current === undefined) return "adopt";
  return pairing.unanswered && !pairing.polite ? "drop" : "replace";
}

/** Both sides agree on who is polite without a word: their public ids decide. */
export function isPolite(self: string, other: string): boolean {
  return self < other;
}
