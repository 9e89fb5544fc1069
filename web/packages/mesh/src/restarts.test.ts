import { expect, test } from "vitest";
import { examine, newborn, type Health, type Sign } from "./peer-health.ts";
import { counted, NO_RESTARTS, type Restarts } from "./restarts.ts";

type Noticed = Sign & { readonly at?: number };

const CONNECTED: Noticed = { kind: "connection", state: "connected" };

/** What is counted of a link that was connected and then noticed these. */
function after(...signs: readonly Noticed[]): Restarts {
  let restarts = NO_RESTARTS;
  let health: Health = newborn(0);
  for (const { at = 0, ...sign } of [CONNECTED, ...signs]) {
    const examination = examine(health, sign, at);
    restarts = counted(restarts, sign, examination);
    health = examination.health;
  }
  return restarts;
}

const SILENT = { kind: "silent" } as const;
const FIRST_WAIT_OVER = { kind: "time", at: 4_000 } as const;
const SECOND_WAIT_OVER = { kind: "time", at: 8_000 } as const;

test("a restart that brings the link back recovered", () => {
  expect(after(SILENT, { kind: "heard" })).toMatchObject({ recovered: 1, failed: 0 });
});

test("a restart is under way until it is known what became of it", () => {
  expect(after(SILENT)).toEqual({ pending: true, recovered: 0, failed: 0 });
});

test("a restart that another one has to follow failed", () => {
  const restarts = after(SILENT, FIRST_WAIT_OVER, { kind: "heard" });

  expect(restarts).toEqual({ pending: false, recovered: 1, failed: 1 });
});

test("a restart before a rebuilt connection failed, whichever side builds it", () => {
  expect(after(SILENT, FIRST_WAIT_OVER, SECOND_WAIT_OVER)).toMatchObject({ failed: 2 });
  expect(after(SILENT, { kind: "replaced" }, { kind: "heard" })).toEqual({
    pending: false,
    recovered: 0,
    failed: 1,
  });
});

test("a restart of a link that works is not counted", () => {
  expect(after({ kind: "network" }, { kind: "quiet" })).toEqual(NO_RESTARTS);
});
