import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { composition } from "./composition.ts";
import { coherenceFaults, schemaFaults, secretFiles, variables } from "./compose.ts";
import { faultsIn, filesMatching, read, ROOT } from "./repository.ts";
import { yamlValues } from "./strict.ts";
import { at, list, names, text } from "./tree.ts";

const files = filesMatching(/^deploy\/compose\/[^/]+\.yaml$/);
const scratch = mkdtempSync(join(tmpdir(), "eyestalk-compose-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const cluster = composition(join(ROOT, "deploy/compose/compose.cluster.yaml"), {
  DOMAIN: "meet.example.org",
});

const PROMTOOL = "/usr/bin/promtool";

const SOUND = `services:
  a:
    image: redis:7.4
    read_only: true
    cap_drop: [ALL]
    mem_limit: 64m
    secrets: [s]
    volumes: [v:/data]
secrets:
  s: { file: secrets/s }
volumes:
  v:
`;

function schemaFaultsOf(text: string) {
  const path = join(scratch, "compose.yaml");
  writeFileSync(path, text);
  return schemaFaults([path]);
}

test("every compose file follows the schema and dclint's rules", () => {
  expect(files).toContain("deploy/compose/compose.yaml");
  expect(schemaFaults(files)).toEqual([]);
});

test("every compose file holds together", () => {
  expect(faultsIn(files, coherenceFaults)).toEqual([]);
});

test("every variable a compose file asks for is explained in .env.example", () => {
  const explained = new Set(
    [...read("deploy/compose/.env.example").matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]),
  );

  const asked = files.flatMap((file) => variables(read(file)));

  expect(asked.filter((name) => !explained.has(name))).toEqual([]);
});

test("the proxy knows every variable the cluster gives it", () => {
  const cluster = yamlValues(read("deploy/compose/compose.cluster.yaml"))[0];
  const configuration = read("deploy/proxy/haproxy.cfg");

  const given = names(at(cluster, "services", "proxy", "environment"));

  expect(given).toContain("PROXY_TLS");
  expect(given.filter((name) => !new RegExp(`\\b${name}\\b`).test(configuration))).toEqual([]);
});

test("Grafana has both boards, and a data source of each kind they ask for", () => {
  const grafana = cluster.services.get("grafana");
  const given = filesMatching(/^deploy\/compose\/grafana\/datasources\//)
    .flatMap((file) => list(at(yamlValues(read(file))[0], "datasources")))
    .map((source) => text(at(source, "type")));
  const asked = filesMatching(/^deploy\/grafana\/.*\.json$/)
    .flatMap((file) => list(at(yamlValues(read(file))[0], "templating", "list")))
    .filter((variable) => at(variable, "type") === "datasource")
    .map((variable) => text(at(variable, "query")));

  const mounted = list(at(grafana, "volumes")).map(text);

  expect(mounted).toContain(`${join(ROOT, "deploy/grafana")}:/etc/eyestalk/dashboards:ro`);
  expect(new Set(asked)).toEqual(new Set(["prometheus", "mysql"]));
  expect(new Set(given)).toEqual(new Set(asked));
});

test("Grafana reaches the database as the user that the database makes for it", () => {
  const source = list(
    at(yamlValues(read("deploy/compose/grafana/datasources/activity.yaml"))[0], "datasources"),
  )[0];
  const [grafana, mariadb] = ["grafana", "mariadb"].map((name) => cluster.services.get(name));
  const reader = read("deploy/compose/mariadb-reader");

  const password = text(at(source, "secureJsonData", "password"));

  const file = /^\$__file\{(\/run\/secrets\/(.+))\}$/.exec(password);
  expect(list(at(grafana, "secrets"))).toContain(file?.[2]);
  expect(list(at(mariadb, "secrets"))).toContain(file?.[2]);
  expect(list(at(grafana, "networks"))).toContain("activity");
  expect(list(at(mariadb, "networks"))).toContain("activity");
  expect(text(at(source, "url"))).toBe("mariadb:3306");
  expect(reader).toContain(`cat ${file?.[1] ?? "nothing"}`);
  expect(reader).toContain(`to ${text(at(source, "user"))}@'%'`);
  expect(list(at(mariadb, "volumes")).map(text)).toContain(
    `${join(ROOT, "deploy/compose/mariadb-reader")}:/docker-entrypoint-initdb.d/reader.sh:ro`,
  );
});

test.skipIf(!existsSync(PROMTOOL))("Prometheus takes its configuration and its alarms", () => {
  const prometheus = join(scratch, "prometheus.yaml");
  copyFileSync(join(ROOT, "deploy/compose/prometheus/prometheus.yaml"), prometheus);
  copyFileSync(join(ROOT, "deploy/prometheus/alerts.yaml"), join(scratch, "alerts.yaml"));

  const answer = execFileSync(PROMTOOL, ["check", "config", prometheus], { encoding: "utf8" });

  expect(answer).toContain("1 rule files found");
});

test("make-secrets makes every secret once and none of them is tracked", () => {
  const make = () =>
    execFileSync(join(ROOT, "deploy/compose/make-secrets"), [scratch], { stdio: "pipe" });
  const secrets = join(scratch, "secrets");
  const contents = () =>
    readdirSync(secrets, { recursive: true, encoding: "utf8" })
      .filter((name) => name !== "tls")
      .map((name) => [`secrets/${name}`, readFileSync(join(secrets, name), "utf8")] as const);
  mkdirSync(join(secrets, "tls"), { recursive: true });
  writeFileSync(join(secrets, "tls/fullchain.pem"), "chain\n");
  writeFileSync(join(secrets, "tls/privkey.pem"), "key\n");

  make();
  const first = new Map<string, string>(contents());
  make();

  const needed = files.flatMap((file) => secretFiles(read(file)));
  expect(needed.filter((file) => !first.has(file))).toEqual([]);
  expect(new Map(contents())).toEqual(first);
  expect(first.get("secrets/tls/proxy.pem")).toBe("chain\nkey\n");
  expect(first.get("secrets/turn-secret")).toMatch(/^[0-9a-f]{64}\n$/);
  expect(filesMatching(/^deploy\/compose\/(secrets\/|\.env$)/)).toEqual([]);
});

test("a sound composition has no fault", () => {
  expect(schemaFaultsOf(SOUND)).toEqual([]);
  expect(coherenceFaults(SOUND, "deploy/compose/x.yaml")).toEqual([]);
});

test.each([
  ["a key the schema does not know", SOUND.replace("mem_limit", "memory_limit")],
  ["an image without version", SOUND.replace("redis:7.4", "redis")],
  ["a port open on every interface", SOUND.replace("volumes: [v:/data]", 'ports: ["1:1"]')],
])("dclint finds %s", (_, text) => {
  expect(schemaFaultsOf(text)).not.toEqual([]);
});

test.each([
  ["a file that is not there", SOUND.replace("v:/data", "./no-such-file:/data")],
  ["a secret nobody defines", SOUND.replace("[s]", "[t]")],
  ["a volume nobody defines", SOUND.replace("v:/data", "w:/data")],
  [
    "a service nobody defines",
    SOUND.replace("read_only", "depends_on: { b: { condition: service_started } }\n    read_only"),
  ],
  ["a writable root", SOUND.replace("read_only: true", "read_only: false")],
  ["capabilities", SOUND.replace("[ALL]", "[NET_RAW]")],
  ["a privileged container", SOUND.replace("read_only", "privileged: true\n    read_only")],
  ["an unlimited container", SOUND.replace("mem_limit: 64m", "")],
  ["an include that is not there", `include: [nobody.yaml]\n${SOUND}`],
  ["an image that cannot be built", SOUND.replace("image: redis:7.4", "build: { context: . }")],
])("finds %s", (_, text) => {
  expect(coherenceFaults(text, "deploy/compose/x.yaml")).not.toEqual([]);
});
