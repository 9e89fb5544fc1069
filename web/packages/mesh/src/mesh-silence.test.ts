import { expect, test } from "vitest";
import { FakeTrack, FakeWorld } from "./testing/index.ts";

test("media that stops for 0.7 s restarts before ICE notices, and nobody is told", async () => {
  const world = new FakeWorld();
  world.network.mediaFlows = true;
  const [a, b] = await world.room("a", "b");
  await world.clock.advance(2_000);

  world.network.swallow("a", "b");
  await world.clock.advance(600);
  const early = world.network.of("b")[0]?.restarts;
  await world.clock.advance(300);

  expect([early, world.network.of("b")[0]?.restarts]).toEqual([0, 1]);
  expect(a.view("b")).toMatchObject({ presence: "quiet", state: "connected" });
  expect(b.view("a")).toMatchObject({ presence: "quiet", state: "connected" });
});

test("somebody who falls quiet again and again is restarted once, until silence is long", async () => {
  const world = new FakeWorld();
  world.network.mediaFlows = true;
  await world.room("a", "b");
  await world.clock.advance(2_000);
  const restarts = (): number | undefined => world.network.of("b")[0]?.restarts;

  for (let moment = 0; moment < 3; moment += 1) {
    world.network.swallow("a", "b");
    // oxlint-disable-next-line no-await-in-loop -- one moment after another
    await world.clock.advance(1_100);
    world.network.heal("a", "b");
    // oxlint-disable-next-line no-await-in-loop -- see above
    await world.clock.advance(200);
  }
  const moments = restarts();
  world.network.swallow("a", "b");
  await world.clock.advance(1_900);

  expect([moments, restarts()]).toEqual([1, 2]);
});

test("who sends no media is not restarted for the pauses between two words", async () => {
  const world = new FakeWorld();
  const [a] = await world.room("a", "b");
  await world.clock.advance(2_000);

  world.network.swallow("a", "b");
  await world.clock.advance(1_000);

  expect(a.view("b").presence).toBe("heard");
});

test("who is heard again is sent a whole picture, and another in case the first one is lost", async () => {
  const world = new FakeWorld();
  world.network.mediaFlows = true;
  const [a] = await world.room("a", "b");
  a.tracks.update((now) => ({ ...now, screen: new FakeTrack("video").asTrack() }));
  await world.clock.advance(2_000);
  const keyFrames = (): number[] =>
    world.network
      .of("a")[0]
      ?.getTransceivers()
      .map(({ sender }) => sender.keyFrames) ?? [];
  const before = keyFrames();

  world.network.swallow("a", "b");
  await world.clock.advance(1_000);
  world.network.heal("a", "b");
  await world.clock.advance(200);
  const first = keyFrames();
  await world.clock.advance(2_000);

  expect([before, first, keyFrames()]).toEqual([
    [0, 0, 0, 0],
    [0, 1, 1, 0],
    [0, 2, 2, 0],
  ]);
});

test("who has been silent is sent no pictures until they are heard again", async () => {
  const world = new FakeWorld();
  world.network.mediaFlows = true;
  const [a] = await world.room("a", "b");
  a.tracks.update((now) => ({ ...now, screen: new FakeTrack("video").asTrack() }));
  await world.clock.advance(3_000);
  const active = (): unknown[] =>
    world.network
      .of("a")[0]
      ?.getTransceivers()
      .map(({ sender }) => {
        const [encoding] = sender.getParameters().encodings;
        return encoding?.active;
      }) ?? [];

  world.network.swallow("a", "b");
  await world.clock.advance(2_000);
  const during = active();
  world.network.heal("a", "b");
  await world.clock.advance(200);

  expect(during).toEqual([undefined, false, false, undefined]);
  expect(active()).toEqual([undefined, true, true, undefined]);
  expect(a.view("b").presence).toBe("heard");
});

test("who sends no voice goes on with pictures, which tell that the path is back", async () => {
  const world = new FakeWorld();
  world.network.mediaFlows = true;
  const [a] = await world.room("a", "b");
  a.tracks.update(({ camera }) => (camera === undefined ? {} : { camera }));
  await world.clock.advance(3_000);

  world.network.swallow("a", "b");
  await world.clock.advance(2_000);

  const camera = world.network.of("a")[0]?.getTransceivers()[1]?.sender;
  expect(camera?.getParameters().encodings).toMatchObject([{ active: true }]);
});

test("what a line gives while nobody is heard over it is not believed", async () => {
  const world = new FakeWorld();
  world.network.mediaFlows = true;
  const [a] = await world.room("a", "b");
  const connection = world.network.of("a")[0];
  const camera = (): unknown => connection?.getTransceivers()[1]?.sender.parameters.encodings[0];
  await world.clock.advance(3_000);
  const before = camera();

  world.network.swallow("a", "b");
  connection?.setStats(starved());
  await world.clock.advance(1_000);
  const during = [a.view("b").presence, camera()];
  world.network.heal("a", "b");
  await world.clock.advance(500);

  expect(before).toMatchObject({ active: true });
  expect(during).toEqual(["quiet", before]);
  expect([a.view("b").presence, camera()]).toEqual(["heard", before]);
});

test("who has another address builds anew with it and says so, the other side waits", async () => {
  const { world, a, b } = await afterMove();
  const during = [world.network.of("a"), world.network.of("b")].map((all) =>
    all.map(({ fresh }) => fresh),
  );
  world.network.heal("a", "b");
  await world.clock.advance(12_000);

  expect(during).toEqual([[true], [false]]);
  expect([a.moves.length, b.moves.length]).toEqual([1, 0]);
  expect([a.view("b").state, b.view("a").state]).toEqual(["connected", "connected"]);
  expect([...a.errors, ...b.errors]).toEqual([]);
});

test("a connection that was built anew is looked after from its first moment", async () => {
  const { world, a, b } = await afterMove();
  world.network.heal("a", "b");
  await world.clock.advance(400);
  const between = [a.view("b").presence, b.view("a").presence];

  world.network.swallow("a", "b");
  await world.clock.advance(900);

  expect(between).toEqual(["heard", "heard"]);
  expect([a.view("b").presence, b.view("a").presence]).toEqual(["quiet", "quiet"]);
});

test.each([
  ["b", "quiet"],
  ["c", "heard"], // not the first one: others may be connecting
])("a first connection to %s is looked after in time, and then %s", async (newcomer, presence) => {
  const world = new FakeWorld();
  world.network.mediaFlows = true;
  const [a] = await world.room(...["a", "b", "c"].slice(0, newcomer === "b" ? 2 : 3));
  await world.clock.advance(1_000);

  world.network.swallow("a", newcomer);
  await world.clock.advance(1_000);

  expect(a?.view(newcomer).presence).toBe(presence);
});

test("one silent person among others is no reason to doubt the own network", async () => {
  const world = new FakeWorld();
  world.network.mediaFlows = true;
  const [a] = await world.room("a", "b", "c");
  await world.clock.advance(2_000);

  world.network.move("a");
  world.network.swallow("a", "b");
  await world.clock.advance(900);

  expect(a.view("b").presence).toBe("quiet");
  expect(a.moves).toEqual([]);
});

/** Two people of whom "a" got another address 0.9 s ago; they have not heard each other since. */
async function afterMove() {
  const world = new FakeWorld();
  world.network.mediaFlows = true;
  const [a, b] = await world.room("a", "b");
  await world.clock.advance(2_000);
  world.network.move("a");
  world.network.swallow("a", "b");
  await world.clock.advance(900);
  return { world, a, b };
}

/** Statistics of a line that gives next to nothing. */
function starved(): readonly (readonly [string, unknown])[] {
  return [
    ["t", { type: "transport", selectedCandidatePairId: "p" }],
    ["p", { type: "candidate-pair", availableOutgoingBitrate: 60_000, timestamp: 1 }],
    ["o", { type: "outbound-rtp", qualityLimitationReason: "bandwidth" }],
  ];
}
