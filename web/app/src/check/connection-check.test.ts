import { createStore, type DeviceState } from "@eyestalk/mesh";
import { expect, test } from "vitest";
import type { LinkState } from "../session/server-link.ts";
import { type CheckSources, ConnectionCheck } from "./connection-check.ts";
import type { Gathered } from "./ice-facts.ts";

const URLS = [
  "turn:turn.example.org?transport=udp",
  "turn:turn.example.org?transport=tcp",
  "turns:turn.example.org?transport=tcp",
];

/** A world in which everything works, unless a test says otherwise. */
class FakeWorld implements CheckSources {
  readonly browser = "chromium";
  readonly live = createStore<LinkState>("online");
  readonly camera = createStore<DeviceState>("starting");
  readonly microphone = createStore<DeviceState>("starting");
  readonly media = { camera: this.camera, microphone: this.microphone, open: () => this.#open() };
  readonly asked: RTCConfiguration[] = [];
  urls: readonly string[] | undefined = URLS;
  answer: Partial<Gathered> = { errors: [401] };

  readonly askServer = () => Promise.resolve(this.urls);

  readonly gather = (configuration: RTCConfiguration) => {
    this.asked.push(configuration);
    const nothing = { candidates: [], errors: [], reportsErrors: true, isComplete: true };
    return Promise.resolve({ ...nothing, ...this.answer });
  };

  async #open(): Promise<void> {
    await Promise.resolve();
    this.camera.set("on");
    this.microphone.set("denied");
  }
}

test("every point gets its finding", async () => {
  const check = new ConnectionCheck(new FakeWorld());

  await check.run();

  const found = Object.entries(check.findings.get()).map(([subject, { outcome }]) => [
    subject,
    outcome,
  ]);
  expect(Object.fromEntries(found)).toEqual({
    server: "good",
    live: "good",
    camera: "good",
    microphone: "worth-knowing",
    address: "good",
    "relay.udp": "good",
    "relay.tcp": "good",
    "relay.tls": "good",
  });
});

test("relays are asked one way at a time and without a credential of anybody", async () => {
  const world = new FakeWorld();

  await new ConnectionCheck(world).run();

  const relays = world.asked.filter(({ iceTransportPolicy }) => iceTransportPolicy === "relay");
  expect(relays.map(({ iceServers }) => iceServers)).toEqual(
    URLS.map((url) => [{ urls: [url], username: "check", credential: "check" }]),
  );
});

test("without the server the network is not blamed", async () => {
  const world = new FakeWorld();
  world.urls = undefined;
  const check = new ConnectionCheck(world);

  await check.run();

  expect(world.asked).toEqual([]);
  expect(check.findings.get().server?.outcome).toBe("bad");
  expect(check.findings.get()["relay.udp"]?.sentence).toBe("check.unasked");
});

test("a live connection that comes late still counts", async () => {
  const world = new FakeWorld();
  world.live.set("connecting");
  const check = new ConnectionCheck(world);

  const done = check.run();
  world.live.set("online");
  await done;

  expect(check.findings.get().live?.outcome).toBe("good");
});

test("a check that was closed says nothing more", async () => {
  const world = new FakeWorld();
  world.live.set("connecting");
  const check = new ConnectionCheck(world);

  const done = check.run();
  check.close();
  await done;

  expect(check.findings.get()).toEqual({});
});
