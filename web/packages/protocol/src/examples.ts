import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CONTRACT = join(import.meta.dirname, "../../../../contract");

/** One example of the wire: the event's or body's name, the file, what it holds. */
export interface Example {
  readonly name: string;
  readonly file: string;
  readonly json: unknown;
}

/** All examples of one folder of `contract/`. For tests. */
export function examplesIn(folder: string): Example[] {
  const path = join(CONTRACT, folder);
  return readdirSync(path)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => ({
      file,
      name: file.slice(0, file.indexOf(".")),
      json: JSON.parse(readFileSync(join(path, file), "utf8")),
    }));
}

/** The same payload once without each field, and once with each field of a type nobody expects. */
export function mutationsOf(json: unknown): { readonly label: string; readonly json: unknown }[] {
  if (!isRecord(json)) return [];
  return Object.keys(json).flatMap((field) => {
    const { [field]: _dropped, ...without } = json;
    return [
      { label: `without ${field}`, json: without },
      { label: `${field} of a wrong type`, json: { ...json, [field]: [{ nonsense: true }] } },
    ];
  });
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
