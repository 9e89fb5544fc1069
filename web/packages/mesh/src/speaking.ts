/** Whether somebody speaks, and since when they have been quiet. */
export interface Speaking {
  readonly speaking: boolean;
  readonly loudAt: number;
}

export const QUIET: Speaking = { speaking: false, loudAt: Number.NEGATIVE_INFINITY };

/** About -40 dBov: above a room's noise, below a soft voice. */
const LOUD = 0.01;
/** The mark stays over the gaps between words. */
const HOLD_MS = 600;

/** Goes on with one measured loudness (0 to 1; undefined: not known) at a time in milliseconds. */
export function hear(before: Speaking, loudness: number | undefined, now: number): Speaking {
  if (loudness !== undefined && loudness >= LOUD) return { speaking: true, loudAt: now };
  if (!before.speaking || now - before.loudAt < HOLD_MS) return before;
  return { speaking: false, loudAt: before.loudAt };
}
