/**
 * Reading parsed files, whose shape nobody guarantees: what is not there, or is something else, reads as undefined or
 * as empty.
 */

/** The value under a path of names and positions. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let found: unknown = value;
  for (const step of path) {
    found = isMapping(found) || Array.isArray(found) ? Reflect.get(found, step) : undefined;
  }
  return found;
}

/** Names and values of a mapping. */
export function entries(value: unknown): [string, unknown][] {
  return isMapping(value) ? Object.entries(value) : [];
}

/** The names of a mapping. */
export function names(value: unknown): string[] {
  return entries(value).map(([name]) => name);
}

/** The items of a list. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string, number or boolean as text. */
export function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Every value inside, the outermost first, with the path to it. */
export function* walk(
  value: unknown,
  path: readonly string[] = [],
): Generator<[readonly string[], unknown]> {
  yield [path, value];
  const inner = Array.isArray(value)
    ? value.map((item, index) => [String(index), item] as const)
    : entries(value);
  for (const [name, child] of inner) yield* walk(child, [...path, name]);
}
