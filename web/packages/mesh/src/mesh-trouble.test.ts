import { describe, expect, test } from "vitest";
import { FakeTrack, FakeWorld } from "./testing/index.ts";

describe("without the server", () => {
  test("nothing of a running call changes", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");

    world.serverIsUp = false;
    await world.clock.advance(600_000);

    expect([a.view("b").state, b.view("a").state]).toEqual(["connected", "connected"]);
    expect(world.network.connections.length).toBe(2);
  });

  test("a screen share reaches everybody over the data channels", async () => {
    const world = new FakeWorld();
    const [a, b, c] = await world.room("a", "b", "c");
    world.serverIsUp = false;

    a.tracks.update((now) => ({ ...now, screen: new FakeTrack("video").asTrack() }));
    a.media.update((now) => ({ ...now, sharing: true }));
    await world.clock.advance(100);

    for (const other of [b, c]) {
      expect(other.view("a").screenStream?.getVideoTracks().length).toBe(1);
    }
  });

  test("chat goes from browser to browser, a direct one to its addressee only", async () => {
    const world = new FakeWorld();
    const [a, b, c] = await world.room("a", "b", "c");
    const line = { id: "1", at: new Date(0), sender: "A", direct: false };

    const reached = a.mesh.chat({ ...line, text: "all" });
    a.mesh.chat({ ...line, text: "all" });
    const alone = a.mesh.chat({ ...line, id: "2", text: "you", direct: true }, "c");
    await world.clock.settle();

    expect([reached, alone]).toEqual([2, 1]);
    expect(b.chats).toEqual([{ from: "a", text: "all" }]);
    expect(c.chats).toEqual([
      { from: "a", text: "all" },
      { from: "a", text: "you" },
    ]);
  });

  test("a pair whose own path is gone finds together through a third person", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b", "c");
    world.serverIsUp = false;

    world.network.cut("a", "b");
    await world.clock.advance(2_600);
    const during = [a.view("b").state, b.view("a").state];
    world.network.heal("a", "b");
    await world.clock.advance(20_000);

    expect(during).toEqual(["reconnecting", "reconnecting"]);
    expect([a.view("b").state, b.view("a").state]).toEqual(["connected", "connected"]);
    expect(a.view("c").state).toBe("connected");
  });

  test("a goodbye is heard", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");
    world.serverIsUp = false;

    a.mesh.goodbye();
    await world.clock.settle();

    expect(b.byes).toEqual(["a"]);
  });

  test("who finds it back tells the others", async () => {
    const world = new FakeWorld();
    const [a, b, c] = await world.room("a", "b", "c");
    world.serverIsUp = false;

    a.mesh.serverBack();
    await world.clock.settle();

    expect([a, b, c].map(({ news }) => news.length)).toEqual([0, 1, 1]);
  });
});

describe("repair", () => {
  test("a cut link restarts after two seconds and is well when the line is", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");
    const restarts = (): number =>
      [...world.network.of("a"), ...world.network.of("b")].reduce(
        (sum, one) => sum + one.restarts,
        0,
      );

    world.network.cut("a", "b");
    await world.clock.advance(1_000);
    const early = restarts();
    world.network.heal("a", "b");
    await world.clock.advance(2_000);

    expect(early).toBe(0);
    expect(restarts()).toBeGreaterThan(0);
    expect([a.view("b").state, b.view("a").state]).toEqual(["connected", "connected"]);
    expect(world.network.connections.length).toBe(2);
  });

  test("after two restarts in vain the connection is built anew, the picture stays", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");
    const stream = a.view("b").cameraStream;

    world.network.cut("a", "b");
    await world.clock.advance(12_000);
    const during = a.view("b");
    world.network.heal("a", "b");
    await world.clock.advance(12_000);

    expect(during.state).toBe("reconnecting");
    expect(during.cameraStream).toBe(stream);
    expect(world.network.connections.length).toBeGreaterThan(2);
    expect([a.view("b").state, b.view("a").state]).toEqual(["connected", "connected"]);
    expect(a.view("b").cameraStream).toBe(stream);
    expect([world.network.of("a").length, world.network.of("b").length]).toEqual([1, 1]);
  });

  test("a link beyond repair says so and why, and a retry brings it back", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");

    world.network.cut("a", "b");
    await world.clock.advance(120_000);
    const given = a.view("b");
    world.network.heal("a", "b");
    a.mesh.retry("b");
    await world.clock.advance(1_000);

    expect([given.state, given.failure]).toEqual(["failed", "no-relay"]);
    expect([a.view("b").state, b.view("a").state]).toEqual(["connected", "connected"]);
    expect(a.view("b").failure).toBeUndefined();
  });

  test("a changed network restarts at once", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");
    const restarts = (): number[] =>
      [a, b].map(({ sid }) => world.network.of(sid)[0]?.restarts ?? 0);

    b.platform.changeNetwork();
    await world.clock.settle();
    const impolite = restarts();
    await world.clock.advance(2_000);
    a.platform.changeNetwork();
    await world.clock.settle();

    expect(impolite).toEqual([0, 1]);
    expect(restarts()).toEqual([0, 2]); // the polite side asks, so that no offer is ever taken back
    expect(a.view("b").state).toBe("connected");
  });

  test("two who notice at once make one offer", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");
    const before = [a.sent.length, b.sent.length];

    a.platform.changeNetwork();
    b.platform.changeNetwork();
    await world.clock.advance(500);

    const since = [...a.sent.slice(before[0]), ...b.sent.slice(before[1])];
    const offers = since.filter(({ signal }) => signal.type === "offer");
    expect(offers.length).toBe(1);
    expect([...a.errors, ...b.errors]).toEqual([]);
  });

  test("who is not heard is lost within three seconds, and found with the next word", async () => {
    const world = new FakeWorld();
    const [a] = await world.room("a", "b");
    await world.clock.advance(1_000);

    world.network.cut("a", "b");
    await world.clock.advance(3_000);
    const during = a.view("b").presence;
    world.network.heal("a", "b");
    await world.clock.advance(1_000);

    expect(during).toBe("lost");
    expect(a.view("b").presence).toBe("heard");
  });

  test("somebody who reloaded is met anew, and signals of before are dropped", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");
    const old = b.sent.find(({ signal }) => signal.type === "new-ice-candidate");

    b.mesh.close();
    const reloaded = world.person("b");
    a.mesh.expectAnew("b");
    reloaded.mesh.add("a", { begins: true });
    if (old !== undefined) a.mesh.receive("b", old.signal);
    await world.clock.advance(100);

    expect([a.view("b").state, reloaded.view("a").state]).toEqual(["connected", "connected"]);
    expect(a.errors).toEqual([]);
    expect(world.network.of("a").length).toBe(1);
  });

  test("who hid us is sent no picture over a rebuilt link either, a reloaded page of theirs is", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");
    const sends = (): unknown => {
      const lines = world.network.of("a")[0]?.getTransceivers();
      const [encoding] = lines?.[1]?.sender.getParameters().encodings ?? [];
      return encoding?.active;
    };
    b.mesh.show("a", "hidden");
    await world.clock.advance(100);
    const hidden = sends();

    a.mesh.retry("b");
    await world.clock.advance(1_000);
    const rebuilt = sends();
    b.mesh.close();
    const reloaded = world.person("b");
    a.mesh.expectAnew("b");
    reloaded.mesh.add("a", { begins: true });
    await world.clock.advance(1_000);

    expect([hidden, rebuilt, sends()]).toEqual([false, false, true]);
    expect(a.view("b").state).toBe("connected");
  });

  test("a connection the other side closed is built anew", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");

    world.network.of("b")[0]?.close();
    await world.clock.advance(5_000);

    expect(a.view("b").state).toBe("connected");
    expect(b.view("a").cameraStream).toBeDefined();
  });
});

test("a person who left leaves nothing behind", async () => {
  const world = new FakeWorld();
  const [a] = await world.room("a", "b");

  for (let round = 0; round < 30; round += 1) {
    a.mesh.remove("b");
    // oxlint-disable-next-line no-await-in-loop -- one round after another
    await world.clock.settle();
    a.mesh.add("b", { begins: true });
  }
  a.mesh.close();
  a.mesh.close();

  expect(world.network.of("a")).toEqual([]);
  expect(a.mesh.views.get().size).toBe(0);
});
