/**
 * What a line is believed to give. The browser's estimate says so only while it holds the sender
 * back: of a line that is not used to the full it knows no more than what was sent. So a limit is
 * believed for a while, then a better picture is tried; each time in vain the next trial is later.
 */
export interface LineLimit {
  /** Bits per second; undefined: no limit is known. */
  readonly available: number | undefined;
  /** When a better picture may be tried, in milliseconds. */
  readonly until: number;
  readonly holdMs: number;
}

const FIRST_HOLD_MS = 4_000;
const LONGEST_HOLD_MS = 60_000;

export const NO_LIMIT: LineLimit = { available: undefined, until: 0, holdMs: FIRST_HOLD_MS };

/** Goes on with one look at the line. */
export function believe(
  before: LineLimit,
  look: { readonly limited: boolean; readonly available: number | undefined },
  now: number,
): LineLimit {
  if (look.limited && look.available !== undefined) {
    const again = before.available === undefined && before.until > 0;
    const holdMs = again ? Math.min(before.holdMs * 2, LONGEST_HOLD_MS) : before.holdMs;
    return { available: look.available, until: now + holdMs, holdMs };
  }
  return now < before.until ? before : { ...before, available: undefined };
}
