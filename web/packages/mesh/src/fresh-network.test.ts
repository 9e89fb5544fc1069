import { expect, test } from "vitest";
import { hasMoved, hostAddressOf } from "./fresh-network.ts";

test.each([
  { known: ["10.0.0.2"], now: ["10.0.0.3"], moved: true },
  { known: ["10.0.0.2", "192.0.2.7"], now: ["192.0.2.7"], moved: true },
  { known: ["10.0.0.2"], now: ["10.0.0.2", "192.0.2.7"], moved: false },
  { known: ["10.0.0.2"], now: [], moved: false },
  { known: [], now: ["10.0.0.2"], moved: false },
])("a machine at $known that is at $now now has moved: $moved", ({ known, now, moved }) => {
  expect(hasMoved(new Set(known), new Set(now))).toBe(moved);
});

test("only a host candidate whose address is shown tells where this machine is", () => {
  const candidates = [
    { type: "host", address: "10.0.0.2" },
    { type: "host", address: "5f0c1c2e-0d5a-4c5e-8f41-8d0d2d6f3d4b.local" },
    { type: "host", address: null },
    { type: "srflx", address: "203.0.113.7" },
  ] as const;

  expect([...candidates, null].map(hostAddressOf)).toEqual([
    "10.0.0.2",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
