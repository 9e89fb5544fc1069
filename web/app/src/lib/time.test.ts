import { expect, it } from "vitest";
import { clockText, timeAgo, waitText } from "./time.ts";

const now = Date.parse("2026-11-23T12:00:00Z");

it.each([
  [10, "now"],
  [59, "now"],
  [60, "1 minute ago"],
  [3_599, "59 minutes ago"],
  [7_200, "2 hours ago"],
  [86_400, "yesterday"],
  [-30, "now"],
])("%i seconds ago reads %s", (seconds, words) => {
  expect(timeAgo(new Date(now - seconds * 1000), now, "en")).toBe(words);
});

it.each([
  [0.2, "1 second"],
  [40, "40 seconds"],
  [91, "2 minutes"],
  [600, "10 minutes"],
])("a wait of %d seconds reads %s", (seconds, words) => {
  expect(waitText(seconds, "en")).toBe(words);
});

it.each([
  [0, "0:00"],
  [249_000, "4:09"],
  [3_750_000, "1:02:30"],
])("a call of %i ms shows %s", (ms, text) => {
  expect(clockText(ms)).toBe(text);
});
