import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { belongs, isPolite, judge, type Pairing, type Verdict } from "./negotiation.ts";

describe("judge", () => {
  it.each<[boolean, RTCSignalingState, "offer" | "answer", Verdict]>([
    [true, "stable", "offer", "apply-and-answer"],
    [false, "stable", "offer", "apply-and-answer"],
    [true, "have-local-offer", "offer", "apply-and-answer"],
    [false, "have-local-offer", "offer", "ignore"],
    [true, "have-remote-offer", "offer", "apply-and-answer"],
    [false, "have-remote-offer", "offer", "ignore"],
    [true, "have-local-offer", "answer", "apply"],
    [false, "have-local-offer", "answer", "apply"],
    [true, "stable", "answer", "late"],
    [false, "stable", "answer", "late"],
    [true, "have-remote-offer", "answer", "late"],
    [false, "have-remote-offer", "answer", "late"],
    [true, "closed", "offer", "ignore"],
    [false, "closed", "answer", "ignore"],
  ])("polite %s in %s takes an %s: %s", (polite, signaling, kind, verdict) => {
    expect(judge({ polite, signaling }, kind)).toBe(verdict);
  });
});

/** One side of a negotiation, reduced to what `judge` decides over. */
class Machine {
  signaling: RTCSignalingState = "stable";
  readonly inbox: { kind: "offer" | "answer"; of: number }[] = [];
  readonly polite: boolean;
  #offers = 0;
  #wanted = false;
  /** Offers of the other side that were answered, and own ones that were. */
  agreed = 0;

  constructor(polite: boolean) {
    this.polite = polite;
  }

  want(other: Machine): void {
    this.#wanted = true;
    this.#offer(other);
  }

  takeNext(other: Machine): void {
    const next = this.inbox.shift();
    if (next === undefined) return;
    const verdict = judge(this, next.kind);
    if (verdict === "ignore" || verdict === "late") return;
    if (verdict === "apply" && next.of !== this.#offers) throw new Error("answer to another offer");
    this.agreed += 1;
    if (verdict === "apply-and-answer") {
      // A rolled back offer is still wanted: it is made again once stable.
      if (this.signaling === "have-local-offer") this.#wanted = true;
      other.inbox.push({ kind: "answer", of: next.of });
    }
    this.signaling = "stable";
    this.#offer(other);
  }

  #offer(other: Machine): void {
    if (!this.#wanted || this.signaling !== "stable") return;
    this.#wanted = false;
    this.#offers += 1;
    this.signaling = "have-local-offer";
    other.inbox.push({ kind: "offer", of: this.#offers });
  }
}

test("two machines end stable and agreed however their steps interleave", () => {
  const step = fc.constantFrom("a wants", "b wants", "a takes", "b takes");
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const a = new Machine(true);
      const b = new Machine(false);
      for (const one of steps) {
        if (one === "a wants") a.want(b);
        if (one === "b wants") b.want(a);
        if (one === "a takes") a.takeNext(b);
        if (one === "b takes") b.takeNext(a);
      }
      while (a.inbox.length + b.inbox.length > 0) {
        a.takeNext(b);
        b.takeNext(a);
      }

      expect([a.signaling, b.signaling]).toEqual(["stable", "stable"]);
      const wanted = steps.some((one) => one.endsWith("wants"));
      expect(a.agreed > 0 && b.agreed > 0).toBe(wanted);
    }),
    { numRuns: 1_000 },
  );
});

describe("belongs", () => {
  const calm: Pairing = { polite: true, current: "now", unanswered: false, retired: new Set() };

  it.each<[string, Partial<Pairing>, { connectionId?: string; isOffer: boolean }, string]>([
    ["a signal of this connection", {}, { connectionId: "now", isOffer: false }, "current"],
    ["a signal without a name, of 2022", {}, { isOffer: true }, "current"],
    [
      "a candidate of a replaced one",
      { retired: new Set(["old"]) },
      { connectionId: "old", isOffer: false },
      "drop",
    ],
    [
      "even an offer of a replaced one",
      { retired: new Set(["old"]) },
      { connectionId: "old", isOffer: true },
      "drop",
    ],
    ["a candidate nobody knows", {}, { connectionId: "else", isOffer: false }, "drop"],
    [
      "the first offer we wait for",
      { current: undefined },
      { connectionId: "new", isOffer: true },
      "adopt",
    ],
    ["their new beginning", {}, { connectionId: "new", isOffer: true }, "replace"],
    [
      "both began, we are polite",
      { unanswered: true },
      { connectionId: "new", isOffer: true },
      "replace",
    ],
    [
      "both began, they are polite",
      { unanswered: true, polite: false },
      { connectionId: "new", isOffer: true },
      "drop",
    ],
  ])("%s", (_what, pairing, signal, expected) => {
    const { connectionId, isOffer } = signal;

    expect(belongs({ ...calm, ...pairing }, { connectionId, isOffer })).toBe(expected);
  });
});

test("of any two people exactly one is polite", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      fc.pre(a !== b);
      expect(isPolite(a, b)).not.toBe(isPolite(b, a));
    }),
  );
});
