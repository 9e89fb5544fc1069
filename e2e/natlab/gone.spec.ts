import type { Person } from "../fixtures/person.ts";
import { record } from "./figures.ts";
import { expect, test } from "./network-test.ts";
import { flow, looks } from "./pictures.ts";
import { signalTree } from "./process-tree.ts";

const MARKED_WITHIN_MS = 3_000;
const GONE_WITHIN_MS = 10_000;

for (const [title, signal] of [
  ["freezes", "SIGSTOP"],
  ["is killed", "SIGKILL"],
] as const) {
  test(`a browser that ${title} is marked within 3 s and gone within 10 s`, async ({ party }) => {
    const { people } = await party.meets("Ann", "Ben", "Carol");
    await flow(looks(people));
    const { pid } = await party.browsing(3);
    const others = people.filter(({ name }) => name !== "Carol");

    const start = performance.now();
    signalTree(pid, signal);
    const marked = await Promise.all(others.map((person) => untilMarked(person, start)));
    const gone = await Promise.all(others.map((person) => untilGone(person, start)));
    if (signal === "SIGSTOP") signalTree(pid, "SIGKILL");
    party.forget(3);

    record({ what: `browser ${title}, marked`, values: marked, goal: "3000 ms" });
    record({ what: `browser ${title}, gone`, values: gone, goal: "10000 ms" });
    expect(Math.max(...marked)).toBeLessThanOrEqual(MARKED_WITHIN_MS);
    expect(Math.max(...gone)).toBeLessThanOrEqual(GONE_WITHIN_MS);
    for (const person of others) await expect(person.meeting.tiles).toHaveCount(2);
  });
}

/** Whatever word the tile uses: it no longer claims that all is well. A tile that went at once counts, too. */
async function untilMarked(person: Person, start: number): Promise<number> {
  const well = person.meeting.tile("Carol").and(person.page.locator('[data-state="connected"]'));
  await expect(well).toHaveCount(0, { timeout: 20_000 });
  return performance.now() - start;
}

async function untilGone(person: Person, start: number): Promise<number> {
  await expect(person.meeting.tile("Carol")).toHaveCount(0, { timeout: 30_000 });
  return performance.now() - start;
}
