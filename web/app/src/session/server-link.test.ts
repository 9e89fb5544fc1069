import { ManualClock } from "@eyestalk/mesh/testing";
import { describe, expect, test } from "vitest";
import { linkOver, type RawSocket } from "./server-link.ts";

/** socket.io-client's socket as far as the link uses it. */
class FakeSocket implements RawSocket {
  connected = true;
  id = "private";
  connects = 0;
  /** How often it was taken out of its pause. */
  ends = 0;
  patience = 0;
  /** What stood there whenever the connection was ended from below, and what stands there now. */
  readonly delays: number[] = [];
  delay = 250;
  readonly io = {
    reconnectionDelay: (ms: number) => (this.delay = ms),
    engine: {
      close: () => {
        this.delays.push(this.delay);
        this.drop("forced close");
      },
    },
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
    this.ends += 1;
    if (this.connected) this.drop("io client disconnect");
  }

  drop(reason: string): void {
    this.connected = false;
    this.#handlers.get("disconnect")?.(reason);
  }
  send(name: string, body?: unknown): void {
    this.#any(name, body);
  }
}

describe("requests", () => {
  test("an acknowledgement is read at the door", async () => {
    const socket = new FakeSocket();
    const link = linkOver(socket);
    socket.answer = () => Promise.resolve({ ok: true, id: "1", at: "2026-11-23T10:00:00.000Z" });

    const sent = await link.request("chatting", { text: "hi", direct: false });

    expect(sent).toMatchObject({ ok: true, value: { id: "1", at: new Date(1795428000000) } });
  });

  test("a refusal becomes a problem", async () => {
    const socket = new FakeSocket();
    const link = linkOver(socket);
    socket.answer = () =>
      Promise.resolve({ ok: false, code: "RATE_LIMITED", message: "slow", retry_after: 4 });

    const sent = await link.request("chatting", { text: "hi", direct: false });

    expect(sent).toMatchObject({
      problem: { code: "RATE_LIMITED", message: "slow", retryAfter: 4 },
    });
  });

  test("no answer in time is a problem of its own, and so is no connection", async () => {
    const socket = new FakeSocket();
    const link = linkOver(socket);
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
    const link = linkOver(socket);
    socket.answer = () => Promise.reject(new Error("operation has timed out"));

    await link.request("chatting", { text: "hi", direct: false });
    const afterChat = link.state.get();
    await link.request("peer-state", { sid: "b", heard: false });

    expect([afterChat, link.state.get()]).toEqual(["online", "offline"]);
  });

  test("who cannot wait for an answer says so, and the next connection is opened at once", async () => {
    const socket = new FakeSocket();
    const link = linkOver(socket);
    socket.answer = () => Promise.reject(new Error("operation has timed out"));

    await link.request("peer-state", { sid: "b", heard: false }, 700);

    expect([socket.patience, socket.delays, socket.delay]).toEqual([700, [0], 250]);
  });

  test("a connection of another network is replaced at once, one that is gone is not missed", () => {
    const socket = new FakeSocket();
    const link = linkOver(socket);

    link.startOver();
    link.startOver();

    expect([socket.delays, link.state.get()]).toEqual([[0], "offline"]);
  });

  test("a signal that was lost with its connection does not end the next one", async () => {
    const socket = new FakeSocket();
    const link = linkOver(socket);
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

    const joined = await linkOver(socket).request("join-room", {
      roomName: "a",
      userNickname: "b",
    });

    expect(joined).toMatchObject({ problem: { code: "INTERNAL_ERROR" } });
  });
});

describe("events", () => {
  test("reach those who listen for them, until they stop", () => {
    const socket = new FakeSocket();
    const link = linkOver(socket);
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
    const link = linkOver(socket);

    socket.send("hologram", {});
    socket.send("user-connect", { sid: 7 });

    expect(link.dropped()).toEqual({ "unknown-type": 1, malformed: 1 });
  });
});

describe("the connection", () => {
  test("that the server ends is tried again, after a while", async () => {
    const clock = new ManualClock();
    const socket = new FakeSocket();
    const link = linkOver(socket, clock);

    socket.drop("io server disconnect");
    const early = socket.connects;
    await clock.advance(1_500);

    expect([link.state.get(), early, socket.connects]).toEqual(["offline", 0, 1]);
  });

  test("is tried at once when somebody reaches the server, once a second at most", async () => {
    const clock = new ManualClock();
    const socket = new FakeSocket();
    const link = linkOver(socket, clock);

    link.tryNow();
    const online = [socket.ends, socket.connects];
    socket.drop("transport close");
    link.tryNow();
    link.tryNow();
    const twice = [socket.ends, socket.connects];
    await clock.advance(1_000);
    link.tryNow();

    expect([online, twice, [socket.ends, socket.connects]]).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  test("that we closed stays closed", async () => {
    const clock = new ManualClock();
    const socket = new FakeSocket();
    const link = linkOver(socket, clock);

    socket.drop("io server disconnect");
    link.close();
    await clock.advance(5_000);

    expect(socket.connects).toBe(0);
  });
});
