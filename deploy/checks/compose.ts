import { existsSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { DCLinter } from "dclint";
import { read, ROOT } from "./repository.ts";
import { yamlValues } from "./strict.ts";
import { at, entries, list, names, text } from "./tree.ts";

/** Order is ours; what files, images and ports do is dclint's. */
const RULES = {
  "no-build-and-image": [2, { checkPullPolicy: true }] as [2, Record<string, unknown>],
  "require-project-name-field": 0,
  "require-quotes-in-ports": 0,
  "service-dependencies-alphabetical-order": 0,
  "service-keys-order": 0,
  "service-ports-alphabetical-order": 0,
  "services-alphabetical-order": 0,
  "top-level-properties-order": 0,
} as const;

/** What dclint has against compose files, their schema included; paths are absolute or relative to the repository. */
export function schemaFaults(paths: readonly string[]): string[] {
  const linter = new DCLinter({ rules: RULES, quiet: true, debug: false, exclude: [] });
  const files = paths.map((path) => (isAbsolute(path) ? path : join(ROOT, path)));
  return linter
    .lintFiles(files, false)
    .flatMap((file) =>
      file.messages.map(
        (fault) => `${file.filePath}:${fault.line}: ${fault.rule}: ${fault.message}`,
      ),
    );
}

/** What does not hold together: files that are not there, secrets nobody defines, containers that may too much. */
export function coherenceFaults(source: string, path: string): string[] {
  const composition = yamlValues(source)[0];
  const isMissing = (file: string) => !existsSync(join(ROOT, dirname(path), file));
  const includes = list(at(composition, "include")).map(text);
  const included = includes
    .filter((file) => !isMissing(file))
    .flatMap((file) => names(at(yamlValues(read(join(dirname(path), file)))[0], "secrets")));
  return [
    ...includes.filter(isMissing).map((file) => `includes ${file}, which is not there`),
    ...entries(at(composition, "services")).flatMap(([name, service]) =>
      [
        ...filesOf(service)
          .filter((file) => !isMadeHere(file) && isMissing(file))
          .map((file) => `needs ${file}, which is not there`),
        ...referenceFaults(service, composition, included),
        ...confinementFaults(service),
      ].map((fault) => `${name} ${fault}`),
    ),
  ];
}

function filesOf(service: unknown): string[] {
  const build = at(service, "build");
  const extended = text(at(service, "extends", "file"));
  return [
    ...(build === undefined
      ? []
      : [join(text(at(build, "context")), text(at(build, "dockerfile")) || "Dockerfile")]),
    ...(extended === "" ? [] : [extended]),
    ...sources(service).filter((source) => source.startsWith(".")),
  ];
}

/** Files under secrets/ come from make-secrets or from the operator. */
const isMadeHere = (file: string) => /^(\.\/)?secrets\//.test(file);

const sources = (service: unknown) =>
  list(at(service, "volumes")).map(
    (volume) => text(at(volume, "source")) || (text(volume).split(":")[0] ?? ""),
  );

function referenceFaults(
  service: unknown,
  composition: unknown,
  included: readonly string[],
): string[] {
  // A file that others extend leaves it to them to define its secrets.
  const isComplete = at(composition, "secrets") !== undefined;
  const secrets = new Set([...names(at(composition, "secrets")), ...included]);
  const volumes = new Set(names(at(composition, "volumes")));
  const services = new Set(names(at(composition, "services")));
  return [
    ...list(at(service, "secrets"))
      .map((secret) => text(at(secret, "source")) || text(secret))
      .filter((secret) => isComplete && !secrets.has(secret))
      .map((secret) => `uses a secret nobody defines: ${secret}`),
    ...sources(service)
      .filter((source) => /^[a-z]/.test(source) && !volumes.has(source))
      .map((source) => `uses a volume nobody defines: ${source}`),
    ...names(at(service, "depends_on"))
      .filter((name) => !services.has(name))
      .map((name) => `waits for a service nobody defines: ${name}`),
  ];
}

function confinementFaults(service: unknown): string[] {
  if (at(service, "extends") !== undefined) return [];
  return [
    ...(at(service, "privileged") === true ? ["is privileged"] : []),
    ...(at(service, "read_only") === true ? [] : ["may write to its own image"]),
    ...(list(at(service, "cap_drop")).includes("ALL") ? [] : ["keeps capabilities"]),
    ...(at(service, "mem_limit") === undefined ? ["has no memory limit"] : []),
  ];
}

/** Variables a compose file asks the environment for. */
export function variables(source: string): string[] {
  return [...source.matchAll(/\$\{([A-Z_]+)/g)].map((match) => match[1] ?? "");
}

/** Files that a compose file makes secrets of. */
export function secretFiles(source: string): string[] {
  return entries(at(yamlValues(source)[0], "secrets")).map(([, secret]) =>
    text(at(secret, "file")),
  );
}
