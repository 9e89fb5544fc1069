/**
 * Starts compose.cluster.yaml with podman, and has two people meet on different nodes while one node ends. Run by
 * `./try-containers`, in a network namespace of its own and with images that are there.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composition } from "./composition.ts";
import { Person } from "./person.ts";
import { networkArguments, runArguments } from "./podman.ts";
import { ROOT } from "./repository.ts";

const PREFIX = "eyestalk-try-";
const DOMAIN = "meet.example.org";
const PATIENCE_MS = 60_000;
/** Each after what it waits for. */
const SERVICES = ["mariadb", "redis", "node-1", "node-2", "prometheus", "coturn", "proxy"] as const;
/** What has no health check. */
const UNWATCHED: readonly string[] = ["prometheus", "proxy"];

const say = (line: string) => process.stdout.write(`${line}\n`);
const podman = (...words: string[]) =>
  execFileSync("podman", words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();

function makeSecrets(folder: string): string {
  const make = () =>
    execFileSync(join(ROOT, "deploy/compose/make-secrets"), [folder], { stdio: "ignore" });
  make();
  const certificate = join(folder, "secrets/tls/fullchain.pem");
  execFileSync(
    "openssl",
    // prettier-ignore
    ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1", "-subj", `/CN=${DOMAIN}`,
     "-addext", `subjectAltName=DNS:${DOMAIN}`, "-keyout", join(folder, "secrets/tls/privkey.pem"), "-out", certificate],
    { stdio: "ignore" },
  );
  execFileSync("chmod", ["644", join(folder, "secrets/tls/privkey.pem")]);
  make();
  const variables = readFileSync(join(folder, ".env"), "utf8");
  writeFileSync(join(folder, ".env"), variables.replace(/^DOMAIN=$/m, `DOMAIN=${DOMAIN}`));
  return certificate;
}

function variablesOf(folder: string): Record<string, string> {
  const lines = readFileSync(join(folder, ".env"), "utf8").matchAll(/^([A-Z_]+)=(.*)$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name ?? "", value ?? ""]));
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${PATIENCE_MS / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Podman without systemd runs no health check by itself. */
const isHealthy = (service: string) =>
  spawnSync("podman", ["healthcheck", "run", PREFIX + service], { stdio: "ignore" }).status === 0;

/** What Grafana's user sees: the tables it may read. */
function tablesOfGrafana(): string {
  const script =
    'MYSQL_PWD="$(cat /run/secrets/grafana-database-password)" mariadb --user=grafana --host=127.0.0.1 --batch --skip-column-names eyestalk --execute="show tables; select 1 from activity limit 0"';
  return podman("exec", `${PREFIX}mariadb`, "sh", "-c", script);
}

/** How many nodes Prometheus gets metrics from. */
function scraped(): string {
  const query = 'count(up{job="eyestalk"} == 1)';
  return podman(
    "exec",
    `${PREFIX}prometheus`,
    "promtool",
    "query",
    "instant",
    "http://localhost:9090",
    query,
  );
}

/** Names of the nodes that carry people now. */
function nodesWithSeats(): string[] {
  const sql =
    "select distinct node_name from node join room_user using (node_id) where room_user.gone_at is null order by 1";
  const script = `MYSQL_PWD="$(cat /run/secrets/database-password)" mariadb --user=eyestalk --host=127.0.0.1 --batch --skip-column-names eyestalk --execute="${sql}"`;
  return podman("exec", `${PREFIX}mariadb`, "sh", "-c", script).split("\n").filter(Boolean);
}

async function start(folder: string): Promise<void> {
  const file = join(ROOT, "deploy/compose/compose.cluster.yaml");
  const whole = composition(file, variablesOf(folder));
  const moved = {
    ...whole,
    secrets: new Map([...whole.secrets].map(([name, path]) => [name, inFolder(path, folder)])),
  };
  for (const words of networkArguments(moved, PREFIX)) podman(...words);
  for (const service of SERVICES) {
    const began = Date.now();
    podman(...runArguments(moved, service, PREFIX).map((word) => inFolder(word, folder)));
    if (!UNWATCHED.includes(service))
      await until(`${service} is healthy`, () => isHealthy(service));
    say(`${service}: up after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
}

/** What compose.cluster.yaml expects beside itself is made elsewhere, so that nothing of the operator's is touched. */
const inFolder = (text: string, folder: string) =>
  text.replace(join(ROOT, "deploy/compose/secrets"), join(folder, "secrets"));

async function meet(certificate: string): Promise<void> {
  const ca = readFileSync(certificate, "utf8");
  const address = `https://${DOMAIN}`;
  const people = [new Person("Ann", address, ca), new Person("Ben", address, ca)] as const;
  try {
    const [ann, ben] = people;
    await until("the proxy leads to a node", () => ann.canReach("/readyz"));
    await ann.createRoom("Two nodes");
    await ann.join("Two nodes");
    await ben.join("Two nodes");
    const nodes = nodesWithSeats();
    if (nodes.length !== 2) throw new Error(`both are on ${nodes.join()}`);
    say(`Ann and Ben are in one room, on ${nodes.join(" and ")}`);
    await talk(ann, ben);
    const tables = tablesOfGrafana();
    if (tables !== "activity") throw new Error(`Grafana may read ${tables}`);
    say("Grafana's user reads the activity log and nothing else");

    await until("Prometheus finds both nodes", () => scraped().includes("=> 2 @"));
    say("Prometheus has the metrics of both nodes");

    const began = Date.now();
    podman("stop", `${PREFIX}node-1`);
    const code = podman("inspect", "--format", "{{.State.ExitCode}}", `${PREFIX}node-1`);
    say(`node-1: ended after ${((Date.now() - began) / 1000).toFixed(1)} s with ${code}`);
    if (code !== "143") throw new Error("it was killed, or failed");
    await until(
      "both are on node-2",
      () => nodesWithSeats().join() === "node-2" && ann.isSeated() && ben.isSeated(),
    );
    await talk(ann, ben);
    say(`Ann was brought back ${ann.returns} times, Ben ${ben.returns} times, with their ids`);
  } finally {
    for (const person of people) person.close();
  }
}

async function talk(ann: Person, ben: Person): Promise<void> {
  for (const [from, to] of [
    [ann, ben],
    [ben, ann],
  ] as const) {
    const heard = to.hears(from.name);
    await from.says(`a word of ${from.name}`);
    await heard;
  }
  say("each heard the other");
}

function end(folder: string): void {
  for (const service of [...SERVICES].toReversed()) {
    spawnSync("podman", ["rm", "--force", "--time", "5", "--volumes", PREFIX + service], {
      stdio: "ignore",
    });
  }
  for (const kind of ["volume", "network"]) {
    const names = podman(kind, "ls", "--format", "{{.Name}}").split("\n");
    for (const name of names.filter((one) => one.startsWith(PREFIX)))
      podman(kind, "rm", "--force", name);
  }
  rmSync(folder, { recursive: true });
}

const folder = mkdtempSync(join(tmpdir(), PREFIX));
try {
  const certificate = makeSecrets(folder);
  await start(folder);
  await meet(certificate);
} catch (fault) {
  for (const service of SERVICES) {
    const { stdout, stderr } = spawnSync("podman", ["logs", "--tail", "15", PREFIX + service], {
      encoding: "utf8",
    });
    say(`--- ${service}\n${stdout}${stderr}`);
  }
  throw fault;
} finally {
  end(folder);
}
