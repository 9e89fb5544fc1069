import type { Page } from "@playwright/test";
import { connectionsOf } from "../fixtures/probe.ts";
import { record } from "./figures.ts";
import { expect, test } from "./network-test.ts";
import { flow, type Look } from "./pictures.ts";
import { residentBytes } from "./process-tree.ts";

const ROUNDS = 30;
/** By then everything that is loaded once has been. */
const SETTLED_AFTER = 5;
const MEGABYTE = 1_000_000;

test("30 rounds of leaving and coming back leave exactly the right tiles", async ({ party }) => {
  test.setTimeout(240_000);
  const { room } = await party.meets("Ann", "Ben");
  const [ann, ben] = [party.person("Ann"), party.person("Ben")];
  const { pid } = await party.browsing(1);
  const both: Look[] = [
    [ann, ben],
    [ben, ann],
  ];
  let settled: Weight | undefined;

  for (let round = 1; round <= ROUNDS; round++) {
    await ben.meeting.leave();
    await expect(ann.meeting.tiles).toHaveCount(1);
    await ben.joins(room);
    await expect(ann.meeting.tiles).toHaveCount(2);
    await flow(both);
    if (round === SETTLED_AFTER) settled = await weigh(ann.page, pid);
  }

  const grown = await weigh(ann.page, pid);
  if (!settled) throw new Error("weighed in between");
  record({
    what: `scripts of who stayed, after ${SETTLED_AFTER} and ${ROUNDS} rounds`,
    values: [settled.scripts, grown.scripts].map(megabytes),
    unit: "MB",
  });
  record({
    what: `their whole browser, after ${SETTLED_AFTER} and ${ROUNDS} rounds`,
    values: [settled.browser, grown.browser].map(megabytes),
    unit: "MB",
  });
  expect(await connectionsOf(ann.page)).toMatchObject({ open: 1 });
  // Each round leaves two lines in the chat. A tile that stays behind would be more than 20 nodes.
  const rounds = ROUNDS - SETTLED_AFTER;
  expect((grown.nodes - settled.nodes) / rounds).toBeLessThan(10);
  expect(megabytes(grown.scripts - settled.scripts) / rounds).toBeLessThan(0.05);
});

const megabytes = (bytes: number) => bytes / MEGABYTE;

interface Weight {
  readonly scripts: number;
  readonly nodes: number;
  readonly browser: number;
}

/** What a page weighs once everything unreachable is gone. */
async function weigh(page: Page, pid: number): Promise<Weight> {
  await page.evaluate(() => {
    // The probe would keep closed connections alive.
    const { connections } = window.eyestalkProbe;
    const open = connections.filter(({ signalingState }) => signalingState !== "closed");
    connections.splice(0, connections.length, ...open);
  });
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { scripts: usedSize, nodes, browser: residentBytes(pid) };
}
