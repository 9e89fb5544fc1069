import { describe, expect, it, test, vi } from "vitest";
import { believe, NO_LIMIT } from "./line-limit.ts";
import { withFrugalOpus } from "./opus.ts";
import { onOtherKind } from "./platform.ts";
import { SeenIds } from "./seen-ids.ts";
import { hear, QUIET } from "./speaking.ts";
import { describe as describeLine, qualityOf, sampleOf } from "./stats.ts";
import { createStore, watch } from "./store.ts";

describe("store", () => {
  test("listeners hear of a change, and not of a value that is the same", () => {
    const store = createStore(1);
    const listener = vi.fn<() => void>();
    store.subscribe(listener);

    store.set(1);
    store.set(2);

    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.get()).toBe(2);
  });

  test("a remover takes away only its own subscription", () => {
    const store = createStore(1);
    const listener = vi.fn<() => void>();
    const stop = store.subscribe(listener);
    store.subscribe(listener);

    stop();
    stop();
    store.update((now) => now + 1);

    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("who watches is told the value at once and after every change", () => {
    const store = createStore("a");
    const seen: string[] = [];
    const stop = watch(store, (value) => seen.push(value));

    store.set("b");
    stop();
    store.set("c");

    expect(seen).toEqual(["a", "b"]);
  });
});

test("an id is new once, and forgotten only when many others came", () => {
  const seen = new SeenIds(2);

  expect([seen.isNew("a"), seen.isNew("a"), seen.isNew("b"), seen.isNew("c")]).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect(seen.isNew("a")).toBe(true);
});

describe("speaking", () => {
  test("a voice marks at once and the mark outlasts the gap between words", () => {
    const loud = hear(QUIET, 0.2, 1_000);
    const gap = hear(loud, 0.001, 1_500);
    const quiet = hear(gap, undefined, 1_700);

    expect([loud.speaking, gap.speaking, quiet.speaking]).toEqual([true, true, false]);
  });

  test("the noise of a room is no voice", () => {
    expect(hear(QUIET, 0.004, 0).speaking).toBe(false);
  });
});

describe("opus", () => {
  const sdp = "a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;useinbandfec=1\r\na=mid:0\r\n";

  test("is asked for with error correction and silence that costs nothing", () => {
    expect(withFrugalOpus(sdp)).toBe(
      "a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;useinbandfec=1;usedtx=1\r\na=mid:0\r\n",
    );
  });

  test("asking twice says it once", () => {
    expect(withFrugalOpus(withFrugalOpus(sdp))).toBe(withFrugalOpus(sdp));
  });

  test("a description without opus stays as it is", () => {
    expect(withFrugalOpus("a=rtpmap:0 PCMU/8000\r\n")).toBe("a=rtpmap:0 PCMU/8000\r\n");
  });
});

function report(received: number, lost: number, at: number) {
  return [
    ["T", { type: "transport", selectedCandidatePairId: "P" }],
    [
      "P",
      {
        type: "candidate-pair",
        timestamp: at,
        currentRoundTripTime: 0.04,
        availableOutgoingBitrate: 900_000,
        localCandidateId: "L",
        remoteCandidateId: "R",
      },
    ],
    ["L", { type: "local-candidate", candidateType: "host" }],
    ["R", { type: "remote-candidate", candidateType: "relay" }],
    [
      "I",
      {
        type: "inbound-rtp",
        packetsReceived: received,
        packetsLost: lost,
        bytesReceived: received * 1_000,
      },
    ],
  ] as const;
}

describe("the limit of a line", () => {
  const tight = { limited: true, available: 300_000 };
  const easy = { limited: false, available: 900_000 };

  test("is believed only while the line holds the sender back, and a while longer", () => {
    const held = believe(NO_LIMIT, tight, 1_000);
    const soon = believe(held, easy, 3_000);
    const later = believe(soon, easy, 5_000);

    expect(believe(NO_LIMIT, easy, 0).available).toBeUndefined();
    expect([held.available, soon.available, later.available]).toEqual([
      300_000,
      300_000,
      undefined,
    ]);
  });

  test("that shows again after a trial is believed twice as long", () => {
    const trial = believe(believe(NO_LIMIT, tight, 1_000), easy, 5_000);

    const again = believe(trial, tight, 7_000);

    expect(again.until - 7_000).toBe(2 * (5_000 - 1_000));
  });
});

describe("statistics", () => {
  test("two looks make a rate, a loss and a path", () => {
    const before = sampleOf(report(100, 0, 1_000));
    const now = sampleOf(report(195, 5, 3_000));

    expect(describeLine(before, now)).toEqual({
      path: "relay",
      quality: "fair",
      rttMs: 40,
      lossPercent: 5,
      kbps: 380,
    });
  });

  test("one look says the path only", () => {
    expect(describeLine(undefined, sampleOf(report(100, 0, 1_000)))).toEqual({
      path: "relay",
      quality: "unknown",
    });
  });

  test("a report without any of our fields is no trouble", () => {
    expect(sampleOf([["X", null]])).toMatchObject({ relayed: undefined, available: undefined });
  });

  it.each([
    [0, 30, "good"],
    [2, 30, "fair"],
    [0, 250, "fair"],
    [8, 30, "poor"],
    [0, 500, "poor"],
  ])("%i percent lost and %i ms are %s", (lossPercent, rttMs, word) => {
    expect(qualityOf({ lossPercent, rttMs, silent: false })).toBe(word);
  });
});

test("another kind of network is a change, another guess at its speed is none", () => {
  const information = Object.assign(new EventTarget(), { type: "wifi" });
  const listener = vi.fn<() => void>();
  const stop = onOtherKind(information, listener);

  information.dispatchEvent(new Event("change"));
  const guessed = listener.mock.calls.length;
  information.type = "cellular";
  information.dispatchEvent(new Event("change"));
  information.dispatchEvent(new Event("change"));
  stop();
  information.type = "wifi";
  information.dispatchEvent(new Event("change"));

  expect([guessed, listener.mock.calls.length]).toEqual([0, 1]);
});
