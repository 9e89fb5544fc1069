import type { Examination, Sign } from "./peer-health.ts";

/** What became of the ICE restarts (RFC 8445, section 9) of a link in trouble. */
export interface Restarts {
  /** One is under way. */
  readonly pending: boolean;
  /** How many brought the link back. */
  readonly recovered: number;
  /** How many did not: another one followed, or the link was built anew or given up. */
  readonly failed: number;
}

/** None so far. */
export const NO_RESTARTS: Restarts = { pending: false, recovered: 0, failed: 0 };

/** Counts on, by what was noticed and decided. Restarts of a link that works are not counted. */
export function counted(restarts: Restarts, sign: Sign, { health, remedy }: Examination): Restarts {
  const begins = remedy === "restart" && health.state === "reconnecting";
  const isReplaced = remedy === "rebuild" || remedy === "give-up" || sign.kind === "replaced";
  const { pending, recovered, failed } = restarts;
  if (pending && (begins || isReplaced)) return { pending: begins, recovered, failed: failed + 1 };
  if (pending && health.state === "connected") {
    return { pending: false, recovered: recovered + 1, failed };
  }
  return begins ? { ...restarts, pending: true } : restarts;
}
