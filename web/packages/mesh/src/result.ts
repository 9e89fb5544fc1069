/** What came of an attempt: a value, or the problem that a person can be told about. */
export type Result<T, P> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/** A success. */
export function success<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** A refusal. */
export function failure<P>(problem: P): Result<never, P> {
  return { ok: false, problem };
}
