import { describe, expect, test } from "vitest";
import { type FoundCandidate, type Gathered, mappingOf, reachOf } from "./ice-facts.ts";

function gathered(part: Partial<Gathered>): Gathered {
  return { candidates: [], errors: [], reportsErrors: true, isComplete: true, ...part };
}

function candidate(part: Partial<FoundCandidate>): FoundCandidate {
  return { type: "srflx", address: "192.0.2.1", port: 5000, relatedPort: 4000, ...part };
}

describe("a relay", () => {
  test("that refuses a stranger was reached", () => {
    expect(reachOf(gathered({ errors: [401] }))).toBe("reached");
  });

  test("that nobody heard of was not", () => {
    expect(reachOf(gathered({ errors: [701] }))).toBe("unreachable");
  });

  test("that answers over one of two interfaces was reached", () => {
    expect(reachOf(gathered({ errors: [701, 401] }))).toBe("reached");
  });

  test("says nothing in a browser that reports no errors", () => {
    expect(reachOf(gathered({ reportsErrors: false }))).toBe("unknown");
  });

  test("that lets strangers in was reached, too", () => {
    const candidates = [candidate({ type: "relay" })];

    expect(reachOf(gathered({ candidates, reportsErrors: false }))).toBe("reached");
  });
});

describe("a router", () => {
  test("that shows one address to everybody is stable", () => {
    const candidates = [candidate({}), candidate({})];

    expect(mappingOf(gathered({ candidates }))).toEqual({ kind: "stable", address: "192.0.2.1" });
  });

  test("that shows another port to another server is changing", () => {
    const candidates = [candidate({ port: 5000 }), candidate({ port: 5001 })];

    expect(mappingOf(gathered({ candidates }))).toEqual({ kind: "changing" });
  });

  test("with two interfaces behind it is not changing for that", () => {
    const candidates = [
      candidate({ port: 5000, relatedPort: 4000 }),
      candidate({ port: 5001, relatedPort: 4001 }),
    ];

    expect(mappingOf(gathered({ candidates })).kind).toBe("stable");
  });

  test("that lets no answer through blocks", () => {
    expect(mappingOf(gathered({ errors: [701] }))).toEqual({ kind: "blocked" });
  });

  test("that answers nothing in time blocks, too", () => {
    const candidates = [candidate({ type: "host" })];

    expect(mappingOf(gathered({ candidates, isComplete: false }))).toEqual({ kind: "blocked" });
  });

  test("is absent where the computer has a public address itself", () => {
    const candidates = [candidate({ type: "host" })];

    expect(mappingOf(gathered({ candidates }))).toEqual({ kind: "stable", address: undefined });
  });
});
