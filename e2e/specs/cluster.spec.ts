import type { Page } from "@playwright/test";
import type { Cluster } from "../fixtures/cluster.ts";
import { expect, test } from "../fixtures/cluster-test.ts";
import { connectionsOf, watchGaps } from "../fixtures/probe.ts";
import type { Person } from "../fixtures/person.ts";
import { words } from "../fixtures/words.ts";

test("people on different nodes meet, and stay in the call when a node dies", async ({
  cluster,
  people,
  room,
}) => {
  test.setTimeout(180_000);
  const alice = await people.joins(room, "Alice");
  const nodeOfAlice = await onlyNodeOf(cluster, []);
  await cluster.proxy.avoid(nodeOfAlice);
  const ben = await people.joins(room, "Ben");
  const nodeOfBen = await onlyNodeOf(cluster, [nodeOfAlice]);
  await cluster.proxy.use(nodeOfAlice);

  await alice.meets(ben);
  await ben.meets(alice);
  await talk(alice, ben, "before");
  const sid = await alice.meeting.sidOf("Ben");
  const connections = await Promise.all([alice, ben].map(({ page }) => connectionsOf(page)));
  const watch = await watchGaps(alice.meeting.tile("Ben").locator("video"));

  const dead = cluster.nodes[nodeOfBen];
  await dead?.kill();
  await expect.poll(async () => total(await cluster.proxy.served())).toBe(2);
  await talk(alice, ben, "after");
  await dead?.startAgain();

  expect(await watch.stop(), "milliseconds without a new frame").toBeLessThan(2_000);
  await alice.meets(ben);
  await ben.meets(alice);
  expect(await alice.meeting.sidOf("Ben")).toBe(sid);
  await expect(alice.meeting.tiles).toHaveCount(2);
  expect(
    await Promise.all([alice, ben].map(({ page }) => connectionsOf(page))),
    "no connection was closed or made anew",
  ).toEqual(connections);
  expect(
    people.all.flatMap(({ requests }) => requests.filter((url) => url.includes("/socket.io/"))),
    "the page uses WebSocket only",
  ).not.toContainEqual(expect.stringContaining("transport=polling"));
});

test("a rolling restart of all nodes is not to be seen in a call", async ({
  cluster,
  people,
  room,
}) => {
  test.setTimeout(240_000);
  const [alice, ben] = await Promise.all(["Alice", "Ben"].map((name) => people.joins(room, name)));
  if (alice === undefined || ben === undefined) throw new Error("two people come");
  await alice.meets(ben);
  await ben.meets(alice);
  const both = [alice, ben];
  const connections = await Promise.all(both.map(({ page }) => connectionsOf(page)));
  const shown = await Promise.all(both.map(({ page }) => wordsShown(page)));
  const watch = await watchGaps(alice.meeting.tile("Ben").locator("video"));

  for (const [index, node] of cluster.nodes.entries()) {
    await node.terminate();
    await node.startAgain();
    await expect.poll(async () => total(await cluster.proxy.served())).toBe(2);
    await talk(alice, ben, `after ${index + 1}`);
  }

  expect(await watch.stop(), "milliseconds without a new frame").toBeLessThan(2_000);
  for (const stop of shown) expect(await stop(), "states of tiles and banners").toEqual([]);
  expect(await Promise.all(both.map(({ page }) => connectionsOf(page)))).toEqual(connections);
});

/** Collects what would tell of a fault: words about the server, tiles that are not connected. */
async function wordsShown(page: Page): Promise<() => Promise<string[]>> {
  const about = [words("banner.serverAway"), words("banner.serverBack")];
  const handle = await page.evaluateHandle((sentences) => {
    const seen = new Set<string>();
    const look = (): void => {
      for (const text of sentences) if (document.body.innerText.includes(text)) seen.add(text);
      for (const tile of document.querySelectorAll<HTMLElement>('[data-testid="tile"]')) {
        const { state = "none" } = tile.dataset;
        if (state !== "connected") seen.add(state);
      }
    };
    look();
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(look).observe(document.body, all);
    return seen;
  }, about);
  return () => handle.evaluate((seen) => [...seen]);
}

/** The node that serves exactly one connection more than those already known. */
async function onlyNodeOf(cluster: Cluster, known: readonly number[]): Promise<number> {
  await expect
    .poll(async () => total(await cluster.proxy.served()), { intervals: [100] })
    .toBe(known.length + 1);
  const served = await cluster.proxy.served();
  return served.findIndex((count, node) => count === 1 && !known.includes(node));
}

/** Both hear each other in the room and in private. */
async function talk(one: Person, other: Person, when: string): Promise<void> {
  await one.chat.open();
  await other.chat.open();
  await one.chat.say(`hello ${when}`);
  await expect(other.chat.message(`hello ${when}`)).toHaveAttribute("data-kind", "room");
  await other.chat.say(`secret ${when}`, one.name);
  await expect(one.chat.message(`secret ${when}`)).toHaveAttribute("data-kind", "dm");
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
