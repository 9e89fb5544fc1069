import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { yamlValues } from "./strict.ts";
import { at, entries, list, text } from "./tree.ts";

type Mapping = Record<string, unknown>;

/** A compose file as it means: includes, `extends` and variables resolved, paths absolute. */
export interface Composition {
  readonly services: ReadonlyMap<string, Mapping>;
  readonly networks: ReadonlyMap<string, Mapping>;
  /** Where each secret's file is. */
  readonly secrets: ReadonlyMap<string, string>;
}

/**
 * Reads a compose file with everything it includes or extends. Knows what this repository's files use, no more.
 * @throws Error when a variable that must be set is not
 */
export function composition(
  path: string,
  variables: Readonly<Record<string, string>>,
): Composition {
  const here = (file: string) => resolve(dirname(path), file);
  const file = readMapping(path, variables);
  const included = list(file["include"]).map((name) => composition(here(text(name)), variables));
  return {
    services: new Map([
      ...included.flatMap((other) => [...other.services]),
      ...entries(file["services"]).map(
        ([name, own]) => [name, extended(own, path, variables)] as const,
      ),
    ]),
    networks: new Map([
      ...included.flatMap((other) => [...other.networks]),
      ...entries(file["networks"]).map(([name, network]) => [name, mapping(network)] as const),
    ]),
    secrets: new Map([
      ...included.flatMap((other) => [...other.secrets]),
      ...entries(file["secrets"]).map(
        ([name, own]) => [name, here(text(at(own, "file")))] as const,
      ),
    ]),
  };
}

function extended(
  own: unknown,
  path: string,
  variables: Readonly<Record<string, string>>,
): Mapping {
  const service = withAbsolutePaths(mapping(own), path);
  const from = at(service, "extends");
  if (from === undefined) return service;
  const basePath = resolve(dirname(path), text(at(from, "file")));
  const base = at(readMapping(basePath, variables), "services", text(at(from, "service")));
  return merged(extended(base, basePath, variables), service);
}

/** As `extends` merges: mappings by key, lists one after the other, commands and all else replaced. */
function merged(base: Mapping, own: Mapping): Mapping {
  const result: Mapping = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const before = base[key];
    if (Array.isArray(before) && Array.isArray(value) && key !== "command") {
      result[key] = [...(before as unknown[]), ...(value as unknown[])];
    } else if (isMapping(before) && isMapping(value)) {
      result[key] = { ...before, ...value };
    } else {
      result[key] = value;
    }
  }
  return result;
}

function withAbsolutePaths(service: Mapping, path: string): Mapping {
  if (service["volumes"] === undefined) return service;
  const volumes = list(service["volumes"]).map((volume) =>
    text(volume).startsWith(".") ? resolve(dirname(path), text(volume)) : text(volume),
  );
  return { ...service, volumes };
}

function readMapping(path: string, variables: Readonly<Record<string, string>>): Mapping {
  return mapping(yamlValues(interpolated(readFileSync(path, "utf8"), variables))[0]);
}

/** Puts variables in: `${A}`, `${A:-default}`, `${A:?why}`; `$$` is a dollar. */
export function interpolated(source: string, variables: Readonly<Record<string, string>>): string {
  return source.replaceAll(
    /\$\$|\$\{([A-Z_]+)(?:(:-|:\?)([^}]*))?\}/g,
    (whole, name?: string, how?: string, word?: string) => {
      if (name === undefined) return "$";
      const value = variables[name] ?? "";
      if (value === "" && how === ":?") throw new Error(`${name}: ${word ?? whole}`);
      return value === "" && how === ":-" ? (word ?? "") : value;
    },
  );
}

function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
