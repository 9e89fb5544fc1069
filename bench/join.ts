// From the click on Join to faces on the screen, the product and the bare page in turns, in one Chromium.
import { chromium, type Browser, type Page } from "@playwright/test";
import { setTimeout as pause } from "node:timers/promises";
import { launchOptions } from "../e2e/fixtures/browser.ts";
import { Server } from "../e2e/fixtures/server.ts";
import { startBareServer } from "./bare/server.ts";
import { bare, product, type Contestant } from "./join/contestant.ts";
import { clickAt, lastFirstFrame, noteFirstFrames } from "./join/first-frames.ts";
import { median, printTable } from "./table.ts";

const ROUNDS = { two: 9, four: 5 };

/** Page loads, camera starts and video encoders of the round before are over by then. Both get the same. */
const QUIET_MS = 1_500;

const server = await Server.start({ "eyestalk.limits.enabled": "false" });
const bareServer = await startBareServer();
const browser = await chromium.launch(launchOptions());
try {
  const contestants = [product(server), bare(bareServer)] as const;
  const two = await inTurns(contestants, ROUNDS.two, joinAsSecond);
  const four = await inTurns(contestants, ROUNDS.four, joinFourAtOnce);
  printTable([
    ["ms, median (all)", ...contestants.map(({ name }) => name), "ratio"],
    ["two people: click to first frame on both sides", ...cells(two)],
    ["four click at once: click to full mesh", ...cells(four)],
  ]);
} finally {
  await browser.close();
  await bareServer.stop();
  await server.stop();
}

type Round = (contestant: Contestant) => Promise<number>;

/** Rounds of every contestant, one after the other, after one of each that does not count. */
async function inTurns(
  contestants: readonly Contestant[],
  rounds: number,
  round: Round,
): Promise<number[][]> {
  const results: number[][] = contestants.map(() => []);
  for (let turn = -1; turn < rounds; turn += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const result = await round(contestant);
      if (turn >= 0) results[index]?.push(result);
    }
  }
  return results;
}

/** One person is in, another clicks: until both see the first frame of the other. */
async function joinAsSecond(contestant: Contestant): Promise<number> {
  return withPeople(browser, contestant, 2, async ([first, second]) => {
    if (first === undefined || second === undefined) throw new Error("two people were asked for");
    await clickAt(first, contestant.join, 0);
    await pause(QUIET_MS);
    const clicked = await clickAt(second, contestant.join, 0);
    const seen = await Promise.all([lastFirstFrame(first, 1), lastFirstFrame(second, 1)]);
    return Math.max(...seen) - clicked;
  });
}

/** Four click in the same moment: until each sees the three others. */
async function joinFourAtOnce(contestant: Contestant): Promise<number> {
  return withPeople(browser, contestant, 4, async (pages) => {
    const start = Date.now() + 500;
    const clicked = await Promise.all(pages.map((page) => clickAt(page, contestant.join, start)));
    const seen = await Promise.all(pages.map((page) => lastFirstFrame(page, 3)));
    return Math.max(...seen) - Math.min(...clicked);
  });
}

async function withPeople(
  browser: Browser,
  contestant: Contestant,
  people: number,
  measure: (pages: readonly Page[]) => Promise<number>,
): Promise<number> {
  const room = await contestant.newRoom(people);
  const contexts = await Promise.all(Array.from({ length: people }, () => browser.newContext()));
  try {
    const pages: Page[] = [];
    for (const [index, context] of contexts.entries()) {
      await context.addInitScript(noteFirstFrames);
      const page = await context.newPage();
      pages.push(page);
      await contestant.open(page, room, `Person${index}`);
    }
    await pause(QUIET_MS);
    return await measure(pages);
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}

function cells(results: readonly number[][]): string[] {
  const middles = results.map(median);
  const [ours = Number.NaN, least = Number.NaN] = middles;
  const texts = results.map(
    (all, index) =>
      `${middles[index]?.toFixed(0)} (${all.map((value) => value.toFixed(0)).join(" ")})`,
  );
  return [...texts, (ours / least).toFixed(2)];
}
