import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { budgetOf, ladder, type Demand } from "./ladder.ts";

it.each([
  [2, 720, 1_700_000],
  [3, 540, 800_000],
  [4, 360, 450_000],
])("for %i people a camera has %i lines and %i bit/s", (people, height, maxBitrate) => {
  const layers = ladder(people, [{ sid: "b", demand: "normal" }]);

  expect(layers.get("b")).toEqual({ active: true, height, maxBitrate });
});

test("who pins me gets one step more, who hides me gets nothing", () => {
  const layers = ladder(4, [
    { sid: "b", demand: "pinned" },
    { sid: "c", demand: "normal" },
    { sid: "d", demand: "hidden" },
  ]);

  expect(layers.get("b")).toMatchObject({ active: true, height: 540 });
  expect(layers.get("c")).toMatchObject({ active: true, height: 360 });
  expect(layers.get("d")).toMatchObject({ active: false });
});

test("a poor line gets what it carries, a line without room for a picture only the voice", () => {
  const layers = ladder(2, [
    { sid: "b", demand: "normal", available: 500_000 },
    { sid: "c", demand: "normal", available: 90_000 },
  ]);

  expect(layers.get("b")).toMatchObject({ active: true, height: 360 });
  expect(layers.get("c")).toMatchObject({ active: false });
});

test.each([
  [2, 360],
  [3, 180],
  [4, 180],
])("a line that is being opened among %i people starts small: %i lines", (people, height) => {
  const layers = ladder(people, [{ sid: "b", demand: "normal", available: 90_000, opening: true }]);

  expect(layers.get("b")).toMatchObject({ active: true, height });
});

test("a budget is kept, the pinned one is cut last", () => {
  const receivers = [
    { sid: "b", demand: "pinned" },
    { sid: "c", demand: "normal" },
  ] as const;

  const layers = ladder(3, receivers, 2_000_000);

  expect(layers.get("b")).toMatchObject({ height: 720 });
  expect(layers.get("c")).toMatchObject({ height: 240 });
});

test("of a full line the pinned one gets more, the hidden one nothing, every voice its part", () => {
  const receivers = [
    { sid: "b", demand: "pinned", available: 300_000 },
    { sid: "c", demand: "normal", available: 300_000 },
    { sid: "d", demand: "normal", available: 300_000 },
    { sid: "e", demand: "hidden" },
  ] as const;

  const budget = budgetOf(receivers);
  const layers = ladder(4, receivers, budget);

  expect(budget).toBe(900_000 - 3 * 48_000);
  expect(layers.get("b")).toMatchObject({ active: true, height: 360 });
  expect(layers.get("c")).toMatchObject({ active: true, height: 180 });
  expect(layers.get("e")).toMatchObject({ active: false });
});

test("one poor line among good ones is no full line of our own", () => {
  const receivers = [
    { sid: "b", demand: "normal", available: 300_000 },
    { sid: "c", demand: "normal" },
  ] as const;

  expect(budgetOf(receivers)).toBeUndefined();
  expect(budgetOf([])).toBeUndefined();
});

test("a picture is never given more bits than its line has left", () => {
  const [layer] = ladder(2, [{ sid: "b", demand: "normal", available: 400_000 }]).values();

  expect(layer).toEqual({ active: true, height: 360, maxBitrate: 352_000 });
});

test("a line too thin for any picture still carries the voices", () => {
  const receivers = [{ sid: "b", demand: "pinned", available: 60_000 }] as const;

  const layers = ladder(2, receivers, budgetOf(receivers));

  expect(layers.get("b")).toMatchObject({ active: false });
});

test("never more than the budget, whoever wants what", () => {
  const demand = fc.constantFrom<Demand>("pinned", "normal", "hidden");
  const available = fc.option(fc.nat(3_000_000), { nil: undefined });
  const receivers = fc.array(fc.record({ demand, available }), { maxLength: 7 });
  fc.assert(
    fc.property(receivers, fc.nat(6_000_000), (wishes, budget) => {
      const layers = ladder(
        wishes.length + 1,
        wishes.map((wish, index) => ({ ...wish, sid: String(index) })),
        budget,
      );

      const spent = [...layers.values()].filter(({ active }) => active);
      expect(spent.reduce((sum, { maxBitrate }) => sum + maxBitrate, 0)).toBeLessThanOrEqual(
        budget,
      );
      expect(layers.size).toBe(wishes.length);
    }),
  );
});
