import type { Composition } from "./composition.ts";
import { at, entries, list, names, text } from "./tree.ts";

/** Arguments of `podman` that make the networks of a composition; `prefix` goes before each name. */
export function networkArguments(whole: Composition, prefix: string): string[][] {
  return [...new Map([["default", {}], ...whole.networks])].map(([name, network]) => [
    "network",
    "create",
    ...(at(network, "internal") === true ? ["--internal"] : []),
    ...list(at(network, "ipam", "config")).flatMap((range) => [
      "--subnet",
      text(at(range, "subnet")),
    ]),
    `${prefix}${name}`,
  ]);
}

/**
 * Arguments of `podman` that start one service as the composition says: with every restriction it names, but
 * `ulimits`, which not every machine may raise; and no restart.
 */
export function runArguments(whole: Composition, service: string, prefix: string): string[] {
  const one = whole.services.get(service);
  if (one === undefined) throw new Error(`no service ${service}`);
  const command = list(one["command"]).map(text);
  return [
    "run",
    "--detach",
    "--name",
    `${prefix}${service}`,
    "--hostname",
    service,
    ...confinement(one),
    ...networks(one, service, prefix),
    ...entries(one["environment"]).flatMap(([name, value]) => ["--env", `${name}=${text(value)}`]),
    ...mounts(whole, one, prefix),
    ...health(one),
    text(one["image"]),
    ...command,
  ];
}

function confinement(one: unknown): string[] {
  const stop = /^(\d+)s$/.exec(text(at(one, "stop_grace_period")))?.[1];
  return [
    ...(at(one, "read_only") === true ? ["--read-only", "--read-only-tmpfs=false"] : []),
    ...each("--cap-drop", at(one, "cap_drop")),
    ...each("--cap-add", at(one, "cap_add")),
    ...each("--security-opt", at(one, "security_opt")).map((word) => word.replace(/:true$/, "")),
    ...each("--tmpfs", at(one, "tmpfs")),
    ...optional("--user", text(at(one, "user"))),
    ...optional("--memory", text(at(one, "mem_limit"))),
    ...optional("--pids-limit", text(at(one, "pids_limit"))),
    ...optional("--stop-timeout", stop ?? ""),
  ];
}

function networks(one: unknown, service: string, prefix: string): string[] {
  if (text(at(one, "network_mode")) === "host") return ["--network", "host"];
  const asked = at(one, "networks") ?? ["default"];
  const joined = Array.isArray(asked) ? asked.map(text) : names(asked);
  const published = list(at(one, "ports")).map(
    (port) =>
      `${text(at(port, "host_ip"))}:${text(at(port, "published"))}:${text(at(port, "target"))}`,
  );
  return [
    ...joined.flatMap((name) => {
      const aliases = [service, ...list(at(asked, name, "aliases")).map(text)];
      return [
        "--network",
        `${prefix}${name}:${aliases.map((alias) => `alias=${alias}`).join(",")}`,
      ];
    }),
    ...published.flatMap((port) => ["--publish", port]),
  ];
}

function mounts(whole: Composition, one: unknown, prefix: string): string[] {
  const volumes = list(at(one, "volumes")).map((volume) =>
    text(volume).startsWith("/") ? text(volume) : `${prefix}${text(volume)}`,
  );
  const secrets = list(at(one, "secrets")).map((secret) => {
    const source = text(at(secret, "source")) || text(secret);
    return `${whole.secrets.get(source) ?? ""}:/run/secrets/${text(at(secret, "target")) || source}:ro`;
  });
  return [...volumes, ...secrets].flatMap((mount) => ["--volume", mount]);
}

function health(one: unknown): string[] {
  const test = list(at(one, "healthcheck", "test")).map(text);
  if (test.length === 0) return [];
  return [
    "--health-cmd",
    test[0] === "CMD-SHELL" ? (test[1] ?? "") : JSON.stringify(test.slice(1)),
  ];
}

const each = (option: string, values: unknown) =>
  list(values).flatMap((value) => [option, text(value)]);

const optional = (option: string, value: string) => (value === "" ? [] : [option, value]);
