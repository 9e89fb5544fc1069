import * as v from "valibot";

/** What came of reading something foreign. A `reason` is for counters and logs, not for people. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: "unknown-type" | "malformed"; readonly detail: string };

/** Runs a schema over an unknown value. Never throws. */
export function read<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
): Parsed<v.InferOutput<S>> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  const first = result.issues[0];
  const where = v.getDotPath(first) ?? "payload";
  return { ok: false, reason: "malformed", detail: `${where}: ${first.message}` };
}
