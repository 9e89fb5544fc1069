import { expect, test } from "vitest";
import type { LocalTracks } from "./local/face.ts";
import { Reserve } from "./reserve.ts";
import { createStore } from "./store.ts";
import { createFakePlatform, FakeNetwork, FakeTrack, ManualClock } from "./testing/index.ts";

const RELAY = { iceServers: [{ urls: "turn:relay.example" }] };

function reserveOf(tracks = createStore<LocalTracks>({})) {
  const clock = new ManualClock();
  const network = new FakeNetwork();
  const platform = createFakePlatform("a", { network, clock });
  const reserve = new Reserve({
    platform,
    tracks,
    report: (error) => {
      throw error;
    },
  });
  return { clock, network, reserve, tracks };
}

test("what is taken has a line for every role and knows the relays of now", async () => {
  const { clock, reserve, network } = reserveOf();
  await clock.advance(1_000);

  const taken = reserve.take(RELAY);

  expect(taken?.connection.getTransceivers().length).toBe(4);
  expect(network.of("a")[0]?.configuration).toMatchObject(RELAY);
});

test("three are ready, and none is given twice", async () => {
  const { clock, reserve } = reserveOf();
  await clock.advance(1_000);

  const taken = [1, 2, 3, 4].map(() => reserve.take(RELAY)?.connection);

  expect(new Set(taken).size).toBe(4);
  expect(taken[3]).toBeUndefined();
});

test("another camera is sent from the beginning, and what had the old one is closed", async () => {
  const { clock, network, reserve, tracks } = reserveOf();
  await clock.advance(1_000);
  const older = network.of("a").map(({ id }) => id);

  const camera = new FakeTrack("video").asTrack();
  tracks.set({ camera });
  await clock.advance(1_000);
  const senders = reserve.take(RELAY)?.connection.getTransceivers();

  expect(senders?.map(({ sender }) => sender.track)).toContain(camera);
  expect(network.of("a").filter(({ id }) => older.includes(id))).toEqual([]);
});

test("what nobody took is closed with it", async () => {
  const { clock, network, reserve } = reserveOf();
  await clock.advance(1_000);
  const taken = reserve.take(RELAY);

  reserve.close();
  await clock.advance(1_000);

  expect(network.of("a").map((one) => one.asConnection())).toEqual([taken?.connection]);
});
