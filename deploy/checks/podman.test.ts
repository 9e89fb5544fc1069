import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { composition, interpolated } from "./composition.ts";
import { networkArguments, runArguments } from "./podman.ts";
import { read, ROOT } from "./repository.ts";

const scratch = mkdtempSync(join(tmpdir(), "eyestalk-podman-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const CLUSTER = join(ROOT, "deploy/compose/compose.cluster.yaml");
const cluster = composition(CLUSTER, { DOMAIN: "meet.example.org" });

/** Values of an option, in their order. */
const valuesOf = (option: string, words: readonly string[]) =>
  words.flatMap((word, index) => (words[index - 1] === option ? [word] : []));

test("a service has what it says and what it extends", () => {
  const words = runArguments(cluster, "node-1", "p-");

  expect(words).toContain("--read-only");
  expect(valuesOf("--cap-drop", words)).toEqual(["ALL"]);
  expect(valuesOf("--security-opt", words)).toEqual(["no-new-privileges"]);
  expect(valuesOf("--memory", words)).toEqual(["1536m"]);
  expect(valuesOf("--stop-timeout", words)).toEqual(["20"]);
  expect(valuesOf("--env", words)).toContain("SPRING_PROFILES_ACTIVE=cluster");
  expect(valuesOf("--env", words)).toContain("MANAGEMENT_SERVER_PORT=9090");
  expect(words.at(-1)).toBe("eyestalk:local");
});

test("secrets of both files are mounted where the service looks", () => {
  const mounted = valuesOf("--volume", runArguments(cluster, "node-1", "p-"));

  const secrets = join(ROOT, "deploy/compose/secrets");
  expect(mounted).toContain(`${secrets}/turn-secret:/run/secrets/eyestalk.turn.secret:ro`);
  expect(mounted).toContain(
    `${secrets}/database-password:/run/secrets/spring.datasource.password:ro`,
  );
  expect(mounted).toContain("p-node-1:/var/lib/eyestalk");
});

test("names and aliases of a service are known in its networks", () => {
  expect(valuesOf("--network", runArguments(cluster, "node-2", "p-"))).toEqual([
    "p-default:alias=node-2",
    "p-observability:alias=node-2,alias=eyestalk",
  ]);
  expect(valuesOf("--network", runArguments(cluster, "coturn", "p-"))).toEqual(["host"]);
});

test("networks have the range the nodes believe, and no way out where none is meant", () => {
  const made = networkArguments(cluster, "p-").map((words) => words.join(" "));

  expect(made).toContain("network create --subnet 172.29.87.0/24 p-default");
  expect(made).toContain("network create --internal p-observability");
});

test("an included file's services are there", () => {
  expect([...cluster.services.keys()]).toContain("grafana");
});

test("a command replaces what the extended service has", () => {
  expect(runArguments(cluster, "coturn", "p-").at(-1)).toBe("--tls-listening-port=5349");
});

test("a variable that must be set is asked for", () => {
  expect(() => composition(CLUSTER, {})).toThrow("DOMAIN");
});

test.each([
  ["${A}", "1"],
  ["${B}", ""],
  ["${B:-2}", "2"],
  ["${A:-2}", "1"],
  ["$$A", "$A"],
])("%s becomes %s", (source, result) => {
  expect(interpolated(source, { A: "1" })).toBe(result);
});

test("what stands in every other file is known: no key is passed over in silence", () => {
  const known =
    /^(image|build|pull_policy|environment|secrets|read_only|tmpfs|cap_drop|cap_add|security_opt|mem_limit|pids_limit|stop_grace_period|restart|logging|network_mode|networks|ports|volumes|command|user|healthcheck|ulimits|depends_on|extends|profiles)$/;
  const services = ["mariadb", "redis", "node-1", "node-2", "prometheus", "coturn", "proxy"];

  const keys = services.flatMap((name) => Object.keys(cluster.services.get(name) ?? {}));

  expect(keys.filter((key) => !known.test(key))).toEqual([]);
  expect(read("deploy/checks/try-cluster.ts")).toContain(
    JSON.stringify(services).slice(1, -1).replaceAll(",", ", "),
  );
});

test("a service nobody defines is refused", () => {
  const path = join(scratch, "compose.yaml");
  writeFileSync(path, "services: { a: { image: a } }\n");

  expect(() => runArguments(composition(path, {}), "b", "")).toThrow("no service b");
});
