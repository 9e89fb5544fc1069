import type { Locator } from "@playwright/test";
import type { Person } from "../fixtures/person.ts";
import { record } from "./figures.ts";
import { expect, test } from "./network-test.ts";
import { flow, looks } from "./pictures.ts";
import { signalTree } from "./process-tree.ts";

/** What is no longer a matter of a slow machine. The goals stand beside the figures. */
const MARKED_AT_MOST_MS = 6_000;
const GONE_AT_MOST_MS = 15_000;

for (const [title, signal] of [
  ["freezes", "SIGSTOP"],
  ["is killed", "SIGKILL"],
] as const) {
  test(`a browser that ${title} is marked, then gone`, async ({ party }) => {
    const { people } = await party.meets("Ann", "Ben", "Carol");
    await flow(looks(people));
    const { pid } = await party.browsing(3);
    const others = people.filter(({ name }) => name !== "Carol");

    const start = performance.now();
    if (signal === "SIGSTOP") signalTree(pid, signal);
    else await party.crash(3);
    const marked = await Promise.all(others.map((person) => untilMarked(person, start)));
    const gone = await Promise.all(others.map((person) => untilGone(person, start)));
    if (signal === "SIGSTOP") await party.crash(3);

    record({ what: `browser ${title}, marked`, values: marked, goal: "3000 ms" });
    record({ what: `browser ${title}, gone`, values: gone, goal: "10000 ms" });
    expect(Math.max(...marked)).toBeLessThan(Math.min(...gone));
    expect(Math.max(...marked)).toBeLessThan(MARKED_AT_MOST_MS);
    expect(Math.max(...gone)).toBeLessThan(GONE_AT_MOST_MS);
    for (const person of others) await expect(person.meeting.tiles).toHaveCount(2);
  });
}

/** Whatever word the tile uses: it no longer claims that all is well. A tile that went at once counts, too. */
function untilMarked(person: Person, start: number): Promise<number> {
  const well = person.meeting.tile("Carol").and(person.page.locator('[data-state="connected"]'));
  return untilNone(well, start);
}

function untilGone(person: Person, start: number): Promise<number> {
  return untilNone(person.meeting.tile("Carol"), start);
}

/** Milliseconds from `start` until there is none; 30 s are waited at most. */
async function untilNone(tiles: Locator, start: number): Promise<number> {
  let passed = 0;
  do {
    const left = await tiles.count();
    passed = performance.now() - start;
    if (left === 0) break;
  } while (passed < 30_000);
  return passed;
}
