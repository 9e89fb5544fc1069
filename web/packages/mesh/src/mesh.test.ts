import { describe, expect, test } from "vitest";
import { FakeTrack, FakeWorld } from "./testing/index.ts";

describe("meeting", () => {
  test("the newcomer offers once, the other answers once, both are connected", async () => {
    const world = new FakeWorld();

    const [a, b] = await world.room("a", "b");

    expect(a.view("b").state).toBe("connected");
    expect(b.view("a").state).toBe("connected");
    const descriptions = (person: typeof a): string[] =>
      person.sent.map(({ signal }) => signal.type).filter((type) => type !== "new-ice-candidate");
    expect([descriptions(b), descriptions(a)]).toEqual([["offer"], ["answer"]]);
    expect([...a.errors, ...b.errors]).toEqual([]);
  });

  test("both sides have the other's camera and microphone in one stream", async () => {
    const world = new FakeWorld();

    const [a, b] = await world.room("a", "b");

    for (const stream of [a.view("b").cameraStream, b.view("a").cameraStream]) {
      expect(stream?.getTracks().map(({ kind }) => kind)).toEqual(["audio", "video"]);
    }
  });

  test("four people have a link for every pair", async () => {
    const world = new FakeWorld();

    const people = await world.room("a", "b", "c", "d");

    for (const { mesh } of people) {
      expect([...mesh.views.get().values()].map(({ state }) => state)).toEqual(
        Array(3).fill("connected"),
      );
    }
  });

  test("two who offer at once end with one connection", async () => {
    const world = new FakeWorld();
    const [a, b] = [world.person("a"), world.person("b")];

    a.mesh.add("b", { begins: true });
    b.mesh.add("a", { begins: true });
    await world.clock.advance(100);

    expect([a.view("b").state, b.view("a").state]).toEqual(["connected", "connected"]);
    expect([world.network.of("a").length, world.network.of("b").length]).toEqual([1, 1]);
  });

  test("an offer that was lost is said again", async () => {
    const world = new FakeWorld();
    const [a, b] = [world.person("a"), world.person("b")];
    let lost = 0;
    world.loses = () => (lost += 1) <= 2;

    await world.enter(b);
    expect(a.view("b").state).not.toBe("connected");
    await world.clock.advance(3_100);

    expect([a.view("b").state, b.view("a").state]).toEqual(["connected", "connected"]);
  });

  test("an answer that was lost is given again", async () => {
    const world = new FakeWorld();
    const [a, b] = [world.person("a"), world.person("b")];
    let answers = 0;
    world.loses = (_from, _to, { type }) => type === "answer" && (answers += 1) === 1;

    await world.enter(b);
    await world.clock.advance(3_100);

    expect([a.view("b").state, b.view("a").state]).toEqual(["connected", "connected"]);
    expect(answers).toBe(2);
  });

  test("who was here first offers when the newcomer does not", async () => {
    const world = new FakeWorld();
    const [a, b] = [world.person("a"), world.person("b")];

    a.mesh.add("b", { begins: false });
    b.mesh.add("a", { begins: false });
    await world.clock.advance(4_100);

    expect([a.view("b").state, b.view("a").state]).toEqual(["connected", "connected"]);
  });
});

describe("tracks", () => {
  test("camera off and on again needs no negotiation", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");
    const before = a.sent.length;
    const camera = new FakeTrack("video").asTrack();

    a.tracks.update((now) => ({ ...now, camera: undefined }));
    a.media.set({ audio: true, video: false, sharing: false });
    await world.clock.settle();
    const off = b.view("a").cameraStream?.getVideoTracks().length;
    a.tracks.update((now) => ({ ...now, camera }));
    a.media.set({ audio: true, video: true, sharing: false });
    await world.clock.settle();

    expect(a.sent.length).toBe(before);
    expect(off).toBe(0);
    expect(b.view("a").cameraStream?.getVideoTracks().length).toBe(1);
    const lines = world.network.of("a")[0]?.getTransceivers() ?? [];
    expect(lines.map(({ sender }) => sender.track)).toContain(camera);
  });

  test("somebody without any device is connected and sees the other", async () => {
    const world = new FakeWorld();
    const [a, b] = [world.person("a"), world.person("b")];
    b.tracks.set({});
    b.media.set({ audio: false, video: false, sharing: false });

    await world.enter(b);

    expect(b.view("a").cameraStream?.getTracks().length).toBe(2);
    expect(a.view("b").media).toEqual({ audio: false, video: false, sharing: false });
    expect(a.view("b").cameraStream?.getVideoTracks()).toEqual([]);
  });

  test("a screen comes beside the camera, and goes alone", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");
    const screen = new FakeTrack("video").asTrack();

    a.tracks.update((now) => ({ ...now, screen }));
    a.media.update((now) => ({ ...now, sharing: true }));
    await world.clock.advance(50);
    const during = b.view("a");
    a.tracks.update((now) => ({ ...now, screen: undefined }));
    a.media.update((now) => ({ ...now, sharing: false }));
    await world.clock.advance(50);

    expect(during.screenStream?.getVideoTracks().length).toBe(1);
    expect(during.cameraStream?.getVideoTracks().length).toBe(1);
    expect(during.screenStream).not.toBe(during.cameraStream);
    expect(b.view("a").screenStream).toBeUndefined();
    expect(b.view("a").cameraStream?.getVideoTracks().length).toBe(1);
  });

  test("sharing, stopping and sharing again needs no negotiation", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");
    const before = [a.sent.length, b.sent.length];
    const share = async (on: boolean): Promise<void> => {
      const screen = on ? new FakeTrack("video").asTrack() : undefined;
      a.tracks.update((now) => ({ ...now, screen }));
      a.media.update((now) => ({ ...now, sharing: on }));
      await world.clock.advance(50);
    };

    await share(true);
    await share(false);
    await share(true);

    expect(b.view("a").screenStream?.getVideoTracks().length).toBe(1);
    expect([a.sent.length, b.sent.length]).toEqual(before);
  });

  test("somebody who comes during a share gets all of it", async () => {
    const world = new FakeWorld();
    const [a] = await world.room("a", "b");
    a.tracks.update((now) => ({ ...now, screen: new FakeTrack("video").asTrack() }));
    a.media.update((now) => ({ ...now, sharing: true }));
    await world.clock.advance(50);

    const late = world.person("c");
    await world.enter(late);

    expect(late.view("a").screenStream?.getVideoTracks().length).toBe(1);
    expect(late.view("a").cameraStream?.getTracks().length).toBe(2);
    expect(late.view("b").screenStream).toBeUndefined();
  });

  test("two may share at once", async () => {
    const world = new FakeWorld();
    const [a, b] = await world.room("a", "b");

    for (const person of [a, b]) {
      person.tracks.update((now) => ({ ...now, screen: new FakeTrack("video").asTrack() }));
      person.media.update((now) => ({ ...now, sharing: true }));
    }
    await world.clock.advance(100);

    expect(a.view("b").screenStream?.getVideoTracks().length).toBe(1);
    expect(b.view("a").screenStream?.getVideoTracks().length).toBe(1);
  });

  test("each receiver gets what they show", async () => {
    const world = new FakeWorld();
    const [a, b, c] = await world.room("a", "b", "c");
    await world.clock.advance(6_000); // the lines are open and measured

    b.mesh.show("a", "pinned");
    c.mesh.show("a", "hidden");
    await world.clock.settle();

    const sent = world.network.of("a").map((connection) => ({
      to: connection.partner()?.owner,
      ...connection.getTransceivers()[1]?.sender.parameters.encodings[0],
    }));
    expect(sent).toContainEqual(
      expect.objectContaining({ to: "b", active: true, maxBitrate: 1_700_000 }),
    );
    expect(sent).toContainEqual(expect.objectContaining({ to: "c", active: false }));
    expect(a.errors).toEqual([]);
  });
});
