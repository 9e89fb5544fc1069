import * as v from "valibot";

/** What came of reading something foreign. A `reason` is for counters and logs, not for people. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: "unknown-type" | "malformed"; readonly detail: string };

/** Runs a schema over an unknown value. Never throws. */
export function read<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Parsed<T> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  const first = result.issues[0];
  const where = v.getDotPath(first) ?? "payload";
  return { ok: false, reason: "malformed", detail: `${where}: ${first.message}` };
}

/** One member of a union of events: a name and the body that belongs to it. */
export function named<const N extends string, S extends v.GenericSchema>(
  name: N,
  body: S,
): v.ObjectSchema<{ readonly name: v.LiteralSchema<N, undefined>; readonly body: S }, undefined> {
  return v.object({ name: v.literal(name), body });
}
