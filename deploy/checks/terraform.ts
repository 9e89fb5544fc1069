import { getReferencesInExpression, parse } from "@cdktn/hcl2json";
import { format } from "@cdktn/hcl-tools";
import { bodyFaults, hasAttribute } from "./terraform-names.ts";
import { at, entries, list, names, walk } from "./tree.ts";

/** Names that Terraform itself gives a meaning. */
const BUILT_IN = new Set(["count", "each", "path", "self", "terraform"]);

/** Parts of a reference; `a["b.c"].d[0]` arrives as `a."b.c".d.0`. */
const PART = /"[^"]*"|[^.[\]]+/g;
const INDEX = /^(\d+|\*|".*")$/;

/** The texts of a module's files by their names. */
export type Module = ReadonlyMap<string, string>;

/** Whether a text looks as `terraform fmt` would leave it: hclwrite, which it uses, moves nothing. */
export async function isFormatted(source: string): Promise<boolean> {
  return (await format(source)) === source;
}

/** What the HCL parser, the provider's names or the module itself has against the files of one module. */
export async function moduleFaults(module: Module): Promise<string[]> {
  const files = new Map<string, unknown>();
  for (const [name, source] of module) {
    try {
      files.set(name, await parse(name, source));
    } catch (fault) {
      return [String(fault)];
    }
  }
  const all = [...files.values()];
  const references = await referencesIn(files);
  return [
    ...objects(all).flatMap(({ address, type, body }) =>
      bodyFaults(type, body).map((fault) => `${address} ${fault}`),
    ),
    ...referenceFaults(references, all),
    ...circles(references),
  ];
}

interface Declared {
  /** `aws_vpc.main`, `data.aws_partition.here` */
  readonly address: string;
  /** `aws_vpc`, `data.aws_partition` */
  readonly type: string;
  readonly body: unknown;
}

const KINDS = [
  ["resource", ""],
  ["data", "data."],
  ["ephemeral", "ephemeral."],
] as const;

function objects(files: readonly unknown[]): Declared[] {
  return files.flatMap((file) =>
    KINDS.flatMap(([kind, prefix]) =>
      entries(at(file, kind)).flatMap(([type, byName]) =>
        entries(byName).flatMap(([name, bodies]) =>
          list(bodies).map((body) => ({
            address: `${prefix}${type}.${name}`,
            type: `${prefix}${type}`,
            body,
          })),
        ),
      ),
    ),
  );
}

interface Reference {
  /** Who refers: an address, `local.x`, `output.x` or `provider.x`. */
  readonly from: string;
  /** To what: the parts between the dots, without indices. */
  readonly to: readonly string[];
}

/** Everything that anything refers to, but for what a `dynamic` block names itself. */
async function referencesIn(files: ReadonlyMap<string, unknown>): Promise<Reference[]> {
  const found: Reference[] = [];
  for (const [file, tree] of files) {
    for (const [path, value] of walk(tree)) {
      if (typeof value !== "string" || !value.includes("${") || isNoReference(path)) continue;
      const own = path.filter((_, index) => path[index - 1] === "dynamic");
      for (const { value: reference } of await getReferencesInExpression(file, value)) {
        const to = (reference.match(PART) ?? []).filter((part) => !INDEX.test(part));
        if (!own.includes(to[0] ?? "")) found.push({ from: owner(path), to });
      }
    }
  }
  return found;
}

/** The type of a variable, and the arguments of its own that a resource should overlook. */
const isNoReference = (path: readonly string[]) =>
  (path[0] === "variable" && path.at(-1) === "type") || path.includes("ignore_changes");

function owner([kind = "", ...path]: readonly string[]): string {
  if (kind === "locals") return `local.${path[1] ?? ""}`;
  if (kind === "resource") return path.slice(0, 2).join(".");
  if (kind === "data" || kind === "ephemeral") return [kind, ...path.slice(0, 2)].join(".");
  return `${kind}.${path[0] ?? ""}`;
}

/** The address that a reference names, and the attribute it asks for. */
function target(parts: readonly string[]): { address: string; type: string; attribute?: string } {
  const [first = ""] = parts;
  const width = first === "data" || first === "ephemeral" ? 3 : 2;
  const attribute = parts[width];
  return {
    address: parts.slice(0, width).join("."),
    type: parts.slice(0, width - 1).join("."),
    ...(attribute === undefined ? {} : { attribute }),
  };
}

function referenceFaults(references: readonly Reference[], files: readonly unknown[]): string[] {
  const variables = files
    .flatMap((file) => names(at(file, "variable")))
    .map((name) => `var.${name}`);
  const locals = files
    .flatMap((file) => list(at(file, "locals")).flatMap(names))
    .map((name) => `local.${name}`);
  const known = new Set([...variables, ...locals, ...objects(files).map(({ address }) => address)]);
  const used = new Set(references.map(({ to }) => target(to).address));
  return [
    ...references
      .filter(({ to }) => !BUILT_IN.has(to[0] ?? ""))
      .flatMap(({ from, to }) => {
        const { address, type, attribute } = target(to);
        if (!known.has(address)) return [`${from} refers to ${address}, which is not there`];
        return attribute === undefined || hasAttribute(type, attribute)
          ? []
          : [`${from} asks ${address} for ${attribute}, which it does not have`];
      }),
    ...[...variables, ...locals]
      .filter((name) => !used.has(name))
      .map((name) => `${name} is used nowhere`),
  ];
}

/** Things that need each other, which Terraform refuses. */
function circles(references: readonly Reference[]): string[] {
  const needs = new Map<string, Set<string>>();
  for (const { from, to } of references) {
    needs.set(from, (needs.get(from) ?? new Set()).add(target(to).address));
  }
  const done = new Set<string>();
  const visit = (address: string, way: readonly string[]): string[] => {
    if (way.includes(address)) return [`${[...way, address].join(" needs ")}: a circle`];
    if (done.has(address)) return [];
    done.add(address);
    return [...(needs.get(address) ?? [])].flatMap((next) => visit(next, [...way, address]));
  };
  return [...needs.keys()].flatMap((address) => visit(address, []));
}
