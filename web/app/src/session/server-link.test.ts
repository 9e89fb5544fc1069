import { ManualClock } from "@eyestalk/mesh/testing";
import { describe, expect, test } from "vitest";
import { linkOver, type RawSocket } from "./server-link.ts";

/** socket.io-client's socket as far as the link uses it. */
class FakeSocket implements RawSocket {
  connected = true;
  id = "private";
  connects = 0;
  patience = 0;
  readonly transport = { name: "polling" };
  readonly io = {
    opts: { transports: ["polling", "websocket"] },
    engine: { transport: this.transport, close: () => this.drop("forced close") },
  };
  answer: (event: string, body: unknown) => Promise<unknown> = () => Promise.resolve({ ok: true });
  readonly #handlers = new Map<string, (reason: string) => void>();
  #any: (name: string, ...args: unknown[]) => void = () => undefined;

  on(event: string, listener: (reason: string) => void): void {
    this.#handlers.set(event, listener);
  }
  onAny(listener: (name: string, ...args: unknown[]) => void): void {
    this.#any = listener;
  }
  timeout(ms: number) {
    this.patience = ms;
    return { emitWithAck: (event: string, body: unknown) => this.answer(event, body) };
  }
  connect(): void {
    this.connects += 1;
  }
  disconnect(): void {
    if (this.connected) this.drop("io client disconnect");
  }

  drop(reason: string): void {
    this.connected = false;
    this.#handlers.get("disconnect")?.(reason);
  }
  refuse(): void {
    this.#handlers.get("connect_error")?.("");
  }
  accept(): void {
    this.connected = true;
    this.#handlers.get("connect")?.("");
  }
  send(name: string, body?: unknown): void {
    this.#any(name, body);
  }
}

/** A link over that socket, and a server that is there or not when it is asked. */
function linked(socket: FakeSocket, answers: () => boolean = () => true) {
  const clock = new ManualClock();
  return {
    clock,
    link: linkOver(socket, { clock, answers: () => Promise.resolve(answers()) }),
  };
}

describe("requests", () => {
  test("an acknowledgement is read at the door", async () => {
    const socket = new FakeSocket();
    const { link } = linked(socket);
    socket.answer = () => Promise.resolve({ ok: true, id: "1", at: "2026-11-23T10:00:00.000Z" });

    const sent = await link.request("chatting", { text: "hi", direct: false });

    expect(sent).toMatchObject({ ok: true, value: { id: "1", at: new Date(1795428000000) } });
  });

  test("a refusal becomes a problem", async () => {
    const socket = new FakeSocket();
    const { link } = linked(socket);
    socket.answer = () =>
      Promise.resolve({ ok: false, code: "RATE_LIMITED", message: "slow", retry_after: 4 });

    const sent = await link.request("chatting", { text: "hi", direct: false });

    expect(sent).toMatchObject({
      problem: { code: "RATE_LIMITED", message: "slow", retryAfter: 4 },
    });
  });

  test("no answer in time is a problem of its own, and so is no connection", async () => {
    const socket = new FakeSocket();
    const { link } = linked(socket);
    socket.answer = () => Promise.reject(new Error("operation has timed out"));

    const late = await link.request("leave-room", {});
    socket.drop("transport close");
    const offline = await link.request("leave-room", {});

    expect([late, offline]).toMatchObject([
      { problem: { code: "TIMEOUT" } },
      { problem: { code: "OFFLINE" } },
    ]);
  });

  test("a signal that is not acknowledged ends a connection that only looks open", async () => {
    const socket = new FakeSocket();
    const { link } = linked(socket);
    socket.answer = () => Promise.reject(new Error("operation has timed out"));

    await link.request("chatting", { text: "hi", direct: false });
    const afterChat = link.state.get();
    await link.request("peer-state", { sid: "b", heard: false });

    expect([afterChat, link.state.get()]).toEqual(["online", "offline"]);
  });

  test("who cannot wait for an answer says so, and the next connection is opened at once", async () => {
    const socket = new FakeSocket();
    const { link } = linked(socket);
    socket.answer = () => Promise.reject(new Error("operation has timed out"));

    await link.request("peer-state", { sid: "b", heard: false }, 700);

    expect([socket.patience, socket.connects]).toEqual([700, 1]);
  });

  test("a connection of another network is replaced at once, one that is gone is not missed", () => {
    const socket = new FakeSocket();
    const { link } = linked(socket);

    link.startOver();
    link.startOver();

    expect([socket.connects, link.state.get()]).toEqual([1, "offline"]);
  });

  test("a signal that was lost with its connection does not end the next one", async () => {
    const socket = new FakeSocket();
    const { link } = linked(socket);
    socket.answer = () => {
      socket.id = "next";
      return Promise.reject(new Error("socket has been disconnected"));
    };

    await link.request("peer-state", { sid: "b", heard: false });

    expect(link.state.get()).toBe("online");
  });

  test("an answer nobody can read is a problem, not a success", async () => {
    const socket = new FakeSocket();
    socket.answer = () => Promise.resolve({ ok: true, my_id: 7 });

    const joined = await linked(socket).link.request("join-room", {
      roomName: "a",
      userNickname: "b",
    });

    expect(joined).toMatchObject({ problem: { code: "INTERNAL_ERROR" } });
  });
});

describe("events", () => {
  test("reach those who listen for them, until they stop", () => {
    const socket = new FakeSocket();
    const { link } = linked(socket);
    const heard: string[] = [];
    const stop = link.on("user-connect", ({ name }) => heard.push(name));

    socket.send("user-connect", { sid: "1", name: "Ben" });
    socket.send("user-away", { sid: "1" });
    stop();
    socket.send("user-connect", { sid: "2", name: "Ji" });

    expect(heard).toEqual(["Ben"]);
  });

  test("that nobody can read are dropped and counted", () => {
    const socket = new FakeSocket();
    const { link } = linked(socket);

    socket.send("hologram", {});
    socket.send("user-connect", { sid: 7 });

    expect(link.dropped()).toEqual({ "unknown-type": 1, malformed: 1 });
  });
});

describe("the connection", () => {
  test("is looked for until the server answers, and made only then", async () => {
    const socket = new FakeSocket();
    let isThere = false;
    const { link, clock } = linked(socket, () => isThere);

    socket.drop("transport close");
    await clock.advance(60_000);
    const away = [link.state.get(), socket.connects];
    isThere = true;
    await clock.advance(1_500);
    socket.accept();
    await clock.advance(60_000);

    expect(away).toEqual(["offline", 0]);
    expect([link.state.get(), socket.connects]).toEqual(["online", 1]);
  });

  test("that the server ends is looked for later than one that broke", async () => {
    const socket = new FakeSocket();
    const { link, clock } = linked(socket);

    socket.drop("io server disconnect");
    await clock.advance(499);
    const early = socket.connects;
    await clock.advance(1_001);

    expect([link.state.get(), early, socket.connects]).toEqual(["offline", 0, 1]);
  });

  test("goes by WebSocket alone where one worked, and by all ways after a refusal", async () => {
    const socket = new FakeSocket();
    const { clock } = linked(socket);
    const ways = socket.io.opts;
    const first = ways.transports;

    socket.drop("transport close");
    const afterPolling = ways.transports;
    socket.transport.name = "websocket";
    socket.drop("transport close");
    const afterWebSocket = ways.transports;
    socket.refuse();
    const afterRefusal = ways.transports;
    await clock.advance(1_500);

    expect([afterPolling, afterWebSocket, afterRefusal]).toEqual([first, ["websocket"], first]);
    expect(socket.connects).toBe(1);
  });

  test("is tried at once when somebody reaches the server, once a second at most", async () => {
    const socket = new FakeSocket();
    const { link, clock } = linked(socket, () => false);

    link.tryNow();
    const online = socket.connects;
    socket.drop("transport close");
    link.tryNow();
    link.tryNow();
    socket.refuse();
    link.tryNow();
    const twice = socket.connects;
    await clock.advance(1_000);
    link.tryNow();

    expect([online, twice, socket.connects]).toEqual([0, 1, 2]);
  });

  test("that we closed stays closed", async () => {
    const socket = new FakeSocket();
    const { link, clock } = linked(socket);

    socket.drop("io server disconnect");
    link.close();
    socket.refuse();
    await clock.advance(5_000);

    expect(socket.connects).toBe(0);
  });
});
