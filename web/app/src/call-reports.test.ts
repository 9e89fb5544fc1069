import {
  createStore,
  failure,
  NO_RESTARTS,
  success,
  UNKNOWN_CONNECTION,
  type WritableStore,
} from "@eyestalk/mesh";
import { expect, test } from "vitest";
import { CallReports } from "./call-reports.ts";
import type { CallReport } from "./lib/send-report.ts";
import type { MeetingStatus, Participant } from "./session/index.ts";

/** A visit whose stores the test writes, and what was told of it. */
class FakeVisit {
  readonly status = createStore<MeetingStatus>("new");
  readonly participants: WritableStore<readonly Participant[]> = createStore<
    readonly Participant[]
  >([]);
  readonly told: CallReport[] = [];
  now = 1_000;
  readonly reports = new CallReports({
    status: this.status,
    participants: this.participants,
    now: () => this.now,
    tell: (report) => this.told.push(report),
  });

  /** Presses Join and is let in, with these already there. */
  join(...there: readonly Participant[]): void {
    this.reports.joining();
    this.status.set("joining");
    this.participants.set(there);
    this.status.set("in-room");
    this.reports.answered(success(undefined));
  }
}

function person(sid: string, known: Partial<Participant> = {}): Participant {
  return {
    sid,
    name: sid,
    audio: true,
    video: true,
    sharing: false,
    speaking: false,
    state: "connecting",
    failure: undefined,
    connection: UNKNOWN_CONNECTION,
    restarts: NO_RESTARTS,
    cameraStream: undefined,
    screenStream: undefined,
    retry: () => undefined,
    ...known,
  };
}

test("the way in takes from Join to the first link to somebody who was there", () => {
  const visit = new FakeVisit();
  visit.join(person("a"), person("b"));

  visit.now += 412.4;
  visit.participants.set([person("a", { state: "connected" }), person("b")]);
  visit.now += 500;
  visit.participants.set([
    person("a", { state: "connected" }),
    person("b", { state: "connected" }),
  ]);

  expect(visit.told).toEqual([{ kind: "join-time", joinMs: 412 }]);
});

test("who comes later says nothing about our way in", () => {
  const visit = new FakeVisit();
  visit.join();

  visit.participants.set([person("late", { state: "connected" })]);

  expect(visit.told).toEqual([]);
});

test("a seat that is taken back after a reload is no way in", () => {
  const visit = new FakeVisit();
  visit.status.set("joining");

  visit.participants.set([person("a", { state: "connected" })]);

  expect(visit.told).toEqual([]);
});

test("the path of a pair is told once, however often it changes", () => {
  const visit = new FakeVisit();
  visit.join(person("a"));

  for (const path of ["unknown", "relay", "direct", "relay"] as const) {
    visit.participants.set([person("a", { connection: { path, quality: "good" } })]);
  }

  expect(visit.told).toEqual([{ kind: "path", path: "relay" }]);
});

test("each reason a pair fails for is told once", () => {
  const visit = new FakeVisit();
  visit.join(person("a"));

  for (const failure of ["no-answer", undefined, "no-answer", "no-relay"] as const) {
    visit.participants.set([person("a", { failure })]);
  }

  expect(visit.told).toEqual([
    { kind: "failure", failure: "no-answer" },
    { kind: "failure", failure: "no-relay" },
  ]);
});

test("every restart is told with what became of it", () => {
  const visit = new FakeVisit();
  visit.join(person("a"));

  visit.participants.set([person("a", { restarts: { ...NO_RESTARTS, failed: 1 } })]);
  visit.participants.set([person("a", { restarts: { pending: false, failed: 1, recovered: 2 } })]);

  expect(visit.told).toEqual([
    { kind: "ice-restart", restart: "failed" },
    { kind: "ice-restart", restart: "recovered" },
    { kind: "ice-restart", restart: "recovered" },
  ]);
});

test.each([
  ["OFFLINE", ["server-unreachable"]],
  ["TIMEOUT", ["server-unreachable"]],
  ["INVALID_PASSWORD", []],
] as const)("an attempt that ends with %s", (code, failures) => {
  const visit = new FakeVisit();
  visit.reports.joining();

  visit.reports.answered(failure({ code, message: "" }));

  expect(visit.told).toEqual(failures.map((reason) => ({ kind: "failure", failure: reason })));
});

test("nothing is told after the visit", () => {
  const visit = new FakeVisit();
  visit.join(person("a"));

  visit.reports.close();
  visit.participants.set([person("a", { state: "connected" })]);

  expect(visit.told).toEqual([]);
});
