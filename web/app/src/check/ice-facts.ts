/** What a browser found out while it gathered candidates. */
export interface Gathered {
  readonly candidates: readonly FoundCandidate[];
  /** Codes of `icecandidateerror` events (W3C WebRTC, section 4.8.3). */
  readonly errors: readonly number[];
  /** Whether this browser reports errors at all. */
  readonly reportsErrors: boolean;
  /** Whether it came to an end; otherwise some server still has not answered. */
  readonly isComplete: boolean;
}

/** The part of an RTCIceCandidate that tells about the network. */
export interface FoundCandidate {
  readonly type: string | null;
  readonly address: string | null;
  readonly port: number | null;
  readonly relatedPort: number | null;
}

/** Whether a relay answered. `unknown`: this browser does not tell. */
export type Reach = "reached" | "unreachable" | "unknown";

/**
 * How this network shows a browser to others.
 *
 * - `stable`: one public address for everybody, so that direct calls work
 * - `changing`: another one for each destination (RFC 4787 section 4.1), so that direct calls often fail
 * - `blocked`: no answer over UDP
 * - `not-asked`: there is no server to ask
 */
export type Mapping =
  | { readonly kind: "stable"; readonly address: string | undefined }
  | { readonly kind: "changing" | "blocked" | "not-asked" };

/** No server answered (W3C WebRTC, section 4.8.3). */
const NOT_REACHABLE = 701;

/**
 * Whether the relay is there. It was asked without a valid credential, so that its refusal is the
 * good answer: only a server that was reached can refuse.
 */
export function reachOf({ candidates, errors, reportsErrors }: Gathered): Reach {
  if (candidates.some(({ type }) => type === "relay")) return "reached";
  if (errors.some((code) => code >= 300 && code < 600)) return "reached";
  return reportsErrors ? "unreachable" : "unknown";
}

/** What the public addresses that came back say about the router. */
export function mappingOf(gathered: Gathered): Mapping {
  const { candidates, errors, reportsErrors, isComplete } = gathered;
  const mapped = candidates.filter(({ type }) => type === "srflx");
  const [first] = mapped;
  if (first === undefined) {
    // A computer with a public address of its own learns nothing new, and no error comes either.
    const hasOwn = isComplete && reportsErrors && !errors.includes(NOT_REACHABLE);
    return hasOwn ? { kind: "stable", address: undefined } : { kind: "blocked" };
  }
  const isChanging = mapped.some((one) =>
    mapped.some((other) => one.relatedPort === other.relatedPort && one.port !== other.port),
  );
  return isChanging
    ? { kind: "changing" }
    : { kind: "stable", address: first.address ?? undefined };
}
