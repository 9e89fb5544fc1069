import { ManualClock } from "@eyestalk/mesh/testing";
import { expect, test } from "vitest";
import { ServerSearch } from "./server-search.ts";

function searching(answers: () => Promise<boolean>) {
  const clock = new ManualClock();
  const finds: number[] = [];
  const asked: number[] = [];
  const search = new ServerSearch({
    clock,
    answers: () => {
      asked.push(clock.now());
      return answers();
    },
    found: () => finds.push(clock.now()),
  });
  return { clock, search, asked, finds };
}

test("asks often at first, and never rarer than every one and a half seconds", async () => {
  const { clock, search, asked } = searching(() => Promise.resolve(false));

  search.next();
  await clock.advance(375);
  const first = asked.length;
  await clock.advance(30_000);
  const pauses = asked.slice(1).map((at, i) => at - (asked[i] ?? 0));

  expect(first).toBe(1);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(1_500);
  expect(Math.min(...pauses.slice(2))).toBeGreaterThanOrEqual(500);
});

test("an attempt in vain goes on with the pauses, a connection begins them anew", async () => {
  const { clock, search, finds } = searching(() => Promise.resolve(true));

  for (let round = 0; round < 4; round++) {
    search.next();
    // oxlint-disable-next-line no-await-in-loop -- attempts follow one another
    await clock.advance(1_500);
  }
  const inVain = finds.length;
  search.stop();
  search.next();
  await clock.advance(375);

  expect([inVain, finds.length]).toEqual([4, 5]);
});

test("the word of a peer ends the wait for an answer, and the answer counts no more", async () => {
  const waiting: ((isThere: boolean) => void)[] = [];
  const { clock, search, finds } = searching(() => new Promise((resolve) => waiting.push(resolve)));

  search.next();
  await clock.advance(375);
  search.hear();
  for (const answer of waiting) answer(false);
  await clock.advance(10_000);

  expect([waiting.length, finds.length]).toEqual([1, 1]);
});

test("an answer that comes after the search has ended finds nothing", async () => {
  const waiting: ((isThere: boolean) => void)[] = [];
  const { clock, search, finds } = searching(() => new Promise((resolve) => waiting.push(resolve)));

  search.next();
  await clock.advance(375);
  search.stop();
  for (const answer of waiting) answer(true);
  await clock.settle();

  expect([waiting.length, finds]).toEqual([1, []]);
});
