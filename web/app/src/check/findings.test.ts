import { describe, expect, test } from "vitest";
import {
  type Finding,
  type Findings,
  onAddress,
  onDevice,
  onRelay,
  verdictOn,
} from "./findings.ts";

const GOOD: Finding = { outcome: "good", sentence: "check.server.good" };
const POOR: Finding = { outcome: "worth-knowing", sentence: "check.server.bad" };

const ALL_GOOD: Findings = {
  server: GOOD,
  live: GOOD,
  camera: GOOD,
  microphone: GOOD,
  address: GOOD,
  "relay.udp": GOOD,
  "relay.tcp": GOOD,
  "relay.tls": GOOD,
};
const NO_RELAY: Findings = { "relay.udp": POOR, "relay.tcp": POOR, "relay.tls": POOR };

describe("the verdict", () => {
  test.each<[string, Findings, string]>([
    ["direct calls work without any relay", NO_RELAY, "check.verdict.direct"],
    ["devices keep nobody out", { camera: POOR, microphone: POOR }, "check.verdict.direct"],
    [
      "one relay is enough",
      { ...NO_RELAY, address: POOR, "relay.tls": GOOD },
      "check.verdict.relayed",
    ],
    ["neither way nor relay is bad", { ...NO_RELAY, address: POOR }, "check.verdict.noWay"],
    ["without the server nothing counts", { server: POOR }, "check.verdict.noServer"],
    ["without the live connection neither", { live: POOR }, "check.verdict.noServer"],
  ])("%s", (_, found, sentence) => {
    expect(verdictOn({ ...ALL_GOOD, ...found })?.sentence).toBe(sentence);
  });

  test("waits for everything", () => {
    const { camera: _camera, ...rest } = ALL_GOOD;

    expect(verdictOn(rest)).toBeUndefined();
  });
});

test("whatever is not good says what to do or who can", () => {
  const poor = [
    onAddress({ kind: "changing" }),
    onAddress({ kind: "blocked" }),
    onAddress({ kind: "not-asked" }),
    onRelay("tls", "unreachable"),
    onRelay("tls", undefined),
    onDevice("camera", "in-use", "firefox"),
  ];

  expect(poor.map(({ advice }) => advice)).not.toContain(undefined);
});

test("a blocked device is unblocked the way of this browser", () => {
  expect(onDevice("microphone", "denied", "firefox")).toEqual({
    outcome: "worth-knowing",
    sentence: "device.microphone.denied",
    advice: "device.how.firefox",
  });
});
