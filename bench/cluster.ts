// One node and three nodes of one service under the same load, taken in turns. See README.md.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Cluster } from "../e2e/fixtures/cluster.ts";
import { Crowd, type Talk } from "./cluster/crowd.ts";
import { cpuSeconds, liveKb, quantile, residentKb } from "./cluster/figures.ts";
import { printTable } from "./table.ts";

const { values: options } = parseArgs({
  options: {
    members: { type: "string", default: "10000" },
    nodes: { type: "string", default: "1,3" },
    quick: { type: "boolean", default: false },
  },
});
const MEMBERS = options.quick ? 400 : Number(options.members);
const SECONDS = options.quick ? 3 : 10;
const WARM_UP_MEMBERS = 400;
const CHATS_PER_SECOND = 200;
const SIGNALS_PER_SECOND = 500;
/** Every client is pinged twice or more. */
const REST_MS = 20_000;
/** Long enough for those who do not come back to be removed, were there any. */
const GRACE_MS = 12_000;

type Figures = Map<string, string>;

const columns: [string, Figures][] = [];
for (const count of options.nodes.split(",").map(Number)) {
  console.error(`measuring ${count} node(s), ${MEMBERS} members …`);
  columns.push([count === 1 ? "1 node" : `${count} nodes`, await measure(count)]);
}
const titles = [...new Set(columns.flatMap(([, figures]) => [...figures.keys()]))];
printTable([
  [`${MEMBERS} members in rooms of 4`, ...columns.map(([title]) => title)],
  ...titles.map((title) => [title, ...columns.map(([, figures]) => figures.get(title) ?? "")]),
]);

async function measure(count: number): Promise<Figures> {
  const figures: Figures = new Map();
  const cluster = await Cluster.start({ nodes: count });
  try {
    const ports = cluster.nodes.map(({ port }) => port);
    await warmUp(new Crowd(ports, "warm-up"));
    const crowd = new Crowd(ports, "bench");
    await filling(cluster, crowd, figures);
    await resting(cluster, figures);
    await talking(cluster, crowd, figures, "chatting", CHATS_PER_SECOND);
    await talking(cluster, crowd, figures, "data", SIGNALS_PER_SECOND);
    if (count > 1) await losing(cluster, crowd, figures);
  } finally {
    await cluster.close();
  }
  return figures;
}

/** A JVM that has just started runs everything slowly. */
async function warmUp(crowd: Crowd): Promise<void> {
  await crowd.fill(WARM_UP_MEMBERS);
  await crowd.talk("chatting", CHATS_PER_SECOND, SECONDS);
  await crowd.talk("data", SIGNALS_PER_SECOND, SECONDS);
  await crowd.leave();
}

async function filling(cluster: Cluster, crowd: Crowd, figures: Figures): Promise<void> {
  const live = sum(cluster.nodes.map(({ pid }) => liveKb(pid)));
  const [nodes, database] = [cpuOfNodes(cluster), cpuSeconds(cluster.database.pid)];
  const perSecond = await crowd.fill(MEMBERS);
  const [nodesAfter, databaseAfter] = [cpuOfNodes(cluster), cpuSeconds(cluster.database.pid)];
  const liveAfter = sum(cluster.nodes.map(({ pid }) => liveKb(pid)));
  figures.set("joins per second, connection included", perSecond.toFixed(0));
  figures.set("entries put off, since the database was busy", String(crowd.putOff));
  figures.set("CPU ms per join, nodes", perUnit(nodesAfter - nodes, MEMBERS));
  figures.set("CPU ms per join, MariaDB", perUnit(databaseAfter - database, MEMBERS));
  figures.set("heap KB per member", ((liveAfter - live) / MEMBERS).toFixed(1));
  figures.set(
    "resident MB per node at the end",
    (sum(cluster.nodes.map(({ pid }) => residentKb(pid))) / 1024 / cluster.nodes.length).toFixed(0),
  );
}

/** Pings and pongs, leases, and what else goes on when nobody says anything. */
async function resting(cluster: Cluster, figures: Figures): Promise<void> {
  const nodes = cpuOfNodes(cluster);
  await pause(REST_MS);
  const each = (cpuOfNodes(cluster) - nodes) / (REST_MS / 1_000) / MEMBERS;
  figures.set("CPU µs per silent member and second, nodes", (each * 1_000_000).toFixed(1));
}

async function talking(
  cluster: Cluster,
  crowd: Crowd,
  figures: Figures,
  kind: "chatting" | "data",
  perSecond: number,
): Promise<void> {
  const [nodes, redis] = [cpuOfNodes(cluster), cpuSeconds(cluster.redis.pid)];
  const talk: Talk = await crowd.talk(kind, perSecond, SECONDS);
  const [nodesAfter, redisAfter] = [cpuOfNodes(cluster), cpuSeconds(cluster.redis.pid)];
  const what = `${kind}, ${perSecond} a second`;
  const all = [...talk.sameNode, ...talk.otherNode];
  figures.set(`${what}: refused or lost`, String(talk.sent - talk.accepted));
  figures.set(`${what}: delivered`, String(all.length));
  figures.set(`${what}: p50 and p99, ms`, halfAndMost(all));
  if (cluster.nodes.length > 1) {
    figures.set(`${what}: on one node, p50 and p99, ms`, halfAndMost(talk.sameNode));
    figures.set(`${what}: from node to node, p50 and p99, ms`, halfAndMost(talk.otherNode));
    const added = quantile(talk.otherNode, 0.99) - quantile(talk.sameNode, 0.99);
    figures.set(`${what}: added by the relay at p99, ms (goal 5)`, added.toFixed(1));
  }
  figures.set(`${what}: CPU ms per message, nodes`, perUnit(nodesAfter - nodes, talk.accepted));
  figures.set(`${what}: CPU ms per message, Redis`, perUnit(redisAfter - redis, talk.accepted));
}

async function losing(cluster: Cluster, crowd: Crowd, figures: Figures): Promise<void> {
  const victim = cluster.nodes.at(-1);
  if (victim === undefined) throw new Error("there are no nodes");
  const putOff = crowd.putOff;
  const back = crowd.comeBack(victim.port);
  await victim.kill();
  const times = await back;
  await pause(GRACE_MS);
  figures.set("members of the killed node", String(times.length));
  figures.set("resumes put off, since the database was busy", String(crowd.putOff - putOff));
  figures.set("all of them back after, ms", Math.max(...times).toFixed(0));
  figures.set("half of them back after, ms", quantile(times, 0.5).toFixed(0));
  figures.set("times that somebody was told a member is gone", String(crowd.toldGone));
}

function cpuOfNodes(cluster: Cluster): number {
  return sum(cluster.nodes.map(({ pid }) => cpuSeconds(pid)));
}

function perUnit(seconds: number, units: number): string {
  return ((seconds * 1_000) / units).toFixed(3);
}

function halfAndMost(delays: readonly number[]): string {
  return `${quantile(delays, 0.5).toFixed(1)} ${quantile(delays, 0.99).toFixed(1)}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
