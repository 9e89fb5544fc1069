import { ManualClock } from "@eyestalk/mesh/testing";
import { expect, test } from "vitest";
import { ServerWatch } from "./server-watch.ts";

function watched() {
  const clock = new ManualClock();
  const watch = new ServerWatch(clock);
  const seen: string[] = [];
  watch.state.subscribe(() => seen.push(watch.state.get()));
  return { clock, watch, seen };
}

test("a move to another node is nobody's business", async () => {
  const { clock, watch, seen } = watched();

  watch.gone();
  await clock.advance(2_000);
  watch.returned();
  await clock.advance(10_000);

  expect(seen).toEqual([]);
});

test("a server that stays away is said to be, and its return as well, for a while", async () => {
  const { clock, watch, seen } = watched();

  watch.gone();
  await clock.advance(2_500);
  watch.gone();
  await clock.advance(10_000);
  watch.returned();
  await clock.advance(4_000);

  expect(seen).toEqual(["offline", "back", "online"]);
});

test("attempts in vain do not put the word off", async () => {
  const { clock, watch, seen } = watched();

  watch.gone();
  await clock.advance(2_000);
  watch.gone();
  await clock.advance(500);

  expect(seen).toEqual(["offline"]);
});

test("a server that goes again has not just come back", async () => {
  const { clock, watch, seen } = watched();

  watch.gone();
  await clock.advance(2_500);
  watch.returned();
  watch.returned();
  await clock.advance(1_000);
  watch.gone();
  watch.returned();
  await clock.advance(10_000);

  expect(seen).toEqual(["offline", "back", "online"]);
});
