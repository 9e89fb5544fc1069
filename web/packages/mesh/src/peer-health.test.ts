import * as fc from "fast-check";
import { expect, test } from "vitest";
import { examine, newborn, PATIENCE, type Health, type Remedy, type Sign } from "./peer-health.ts";

const connected: Health = { state: "connected", restarts: 0, rebuilds: 0, wakeAt: undefined };

/** Lets the link wake whenever it wants to and notes what is done about it. */
function leftAlone(from: Health): { health: Health; remedies: { at: number; remedy: Remedy }[] } {
  let health = from;
  const remedies: { at: number; remedy: Remedy }[] = [];
  while (health.wakeAt !== undefined) {
    const at = health.wakeAt;
    const next = examine(health, { kind: "time" }, at);
    health = next.health;
    remedies.push({ at, remedy: next.remedy });
  }
  return { health, remedies };
}

test("two seconds of disconnection bring a restart, not one", () => {
  const { health } = examine(connected, { kind: "connection", state: "disconnected" }, 0);

  expect(examine(health, { kind: "time" }, 1_999).remedy).toBe("none");
  expect(examine(health, { kind: "time" }, 2_000).remedy).toBe("restart");
  expect(health.state).toBe("reconnecting");
});

test("a link that comes back by itself is left alone", () => {
  const { health } = examine(connected, { kind: "connection", state: "disconnected" }, 0);
  const back = examine(health, { kind: "connection", state: "connected" }, 1_500);

  expect(back).toEqual({ health: connected, remedy: "none" });
});

test("two restarts in vain are followed by two rebuilds, then by the truth", () => {
  const { health } = examine(connected, { kind: "connection", state: "disconnected" }, 0);

  const { health: end, remedies } = leftAlone(health);

  expect(remedies.map(({ remedy }) => remedy)).toEqual([
    "restart",
    "restart",
    "rebuild",
    "rebuild",
    "give-up",
  ]);
  expect(end.state).toBe("failed");
});

test("a first connection that does not come up is rebuilt, since there is nothing to restart", () => {
  const { remedies } = leftAlone(newborn(0));

  expect(remedies.map(({ remedy }) => remedy)).toEqual(["rebuild", "rebuild", "give-up"]);
  expect(remedies[0]?.at).toBe(PATIENCE.connectMs);
});

test("ICE that says failed is acted on at once", () => {
  expect(examine(connected, { kind: "connection", state: "failed" }, 5).remedy).toBe("restart");
});

test("a changed network restarts a healthy link without marking it", () => {
  expect(examine(connected, { kind: "network" }, 5)).toEqual({
    health: connected,
    remedy: "restart",
  });
});

test("a changed network gives a failed link another life", () => {
  const failed: Health = { state: "failed", restarts: 2, rebuilds: 2, wakeAt: undefined };

  const { health, remedy } = examine(failed, { kind: "network" }, 100);

  expect(remedy).toBe("rebuild");
  expect(health).toMatchObject({ state: "connecting", rebuilds: 1, wakeAt: 10_100 });
});

test("media that stops restarts a healthy link without marking it, and one in trouble not at all", () => {
  const { health } = examine(connected, { kind: "connection", state: "disconnected" }, 0);

  expect(examine(connected, { kind: "quiet" }, 5)).toEqual({
    health: connected,
    remedy: "restart",
  });
  expect(examine(health, { kind: "quiet" }, 5)).toEqual({ health, remedy: "none" });
});

test("silence restarts a link that ICE still calls connected, the next word makes it well", () => {
  const { health, remedy } = examine(connected, { kind: "silent" }, 0);

  expect([health.state, remedy]).toEqual(["reconnecting", "restart"]);
  expect(examine(health, { kind: "heard" }, 10).health).toEqual(connected);
});

test("a connection the other side closed is rebuilt, not restarted", () => {
  const { health } = examine(connected, { kind: "ended" }, 0);

  expect(leftAlone(health).remedies[0]).toEqual({ at: PATIENCE.endedMs, remedy: "rebuild" });
});

test("whatever happens, a link that is neither up nor given up looks again some time", () => {
  const signs = fc.constantFrom<Sign>(
    { kind: "connection", state: "connecting" },
    { kind: "connection", state: "connected" },
    { kind: "connection", state: "disconnected" },
    { kind: "connection", state: "failed" },
    { kind: "quiet" },
    { kind: "silent" },
    { kind: "heard" },
    { kind: "network" },
    { kind: "time" },
    { kind: "retry" },
    { kind: "replaced" },
    { kind: "ended" },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(signs, fc.nat(5_000))), (story) => {
      let health = newborn(0);
      let now = 0;
      for (const [sign, pause] of story) {
        now += pause;
        health = examine(health, sign, now).health;
        const resting = health.state === "connected" || health.state === "failed";
        expect(health.wakeAt === undefined).toBe(resting);
      }
    }),
  );
});
