import { failure, success, type Result } from "@eyestalk/mesh";
import { describe, expect, test } from "vitest";
import type { Problem } from "./face.ts";
import { MeetingChat, type PeerLine } from "./meeting-chat.ts";
import { FakeLink } from "./testing/fake-link.ts";

const AT = new Date("2026-11-23T10:21:30.500Z");

function chatFixture() {
  const link = new FakeLink();
  link.answers.set("chatting", () => success({ ok: true, id: "final", at: AT }));
  const toPeers: { line: PeerLine; to: string | undefined }[] = [];
  let ids = 0;
  const chat = new MeetingChat({
    link,
    self: () => ({ sid: "me", name: "Haneul" }),
    nameOf: (sid) => (sid === "ben" ? "Ben" : undefined),
    sendToPeers: (line, to) => toPeers.push({ line, to }),
    newId: () => `pending-${(ids += 1)}`,
    now: () => 1_000,
  });
  return { link, chat, toPeers };
}

const fromBen = {
  type: "normal",
  id: "1",
  at: AT,
  sid: "ben",
  sender: "Ben",
  text: "hi",
  direct: false,
} as const;

function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

describe("an own line", () => {
  test("stands there at once, and is final with the server's id and time", async () => {
    const { chat } = chatFixture();

    chat.send("hello");
    const [pending] = chat.lines.get();
    await settle();

    expect(pending).toMatchObject({ text: "hello", delivery: "pending", mine: true, kind: "room" });
    expect(chat.lines.get()).toMatchObject([{ id: "final", at: AT, delivery: "sent" }]);
    expect(chat.unread.get()).toBe(0);
  });

  test("comes back from the server without standing there twice, whichever is first", async () => {
    const { chat, link } = chatFixture();
    const waiting: ((answer: Result<unknown, Problem>) => void)[] = [];
    link.answers.set("chatting", () => new Promise((resolve) => waiting.push(resolve)));

    chat.send("hello");
    await settle();
    const echo = { ...fromBen, id: "final", sid: "me", sender: "Haneul", text: "hello" };
    chat.onServer(echo, () => false);
    waiting[0]?.(success({ id: "final", at: AT }));
    await settle();
    chat.onServer(echo, () => false);

    expect(chat.lines.get().map(({ id, delivery }) => [id, delivery])).toEqual([["final", "sent"]]);
  });

  test("a direct one names its addressee", async () => {
    const { chat, link } = chatFixture();

    chat.send("secret", "ben");
    await settle();

    expect(link.bodies("chatting")).toEqual([{ text: "secret", direct: true, dest: "ben" }]);
    expect(chat.lines.get()).toMatchObject([
      { kind: "dm", direct: { way: "to", sid: "ben", name: "Ben" } },
    ]);
  });

  test("a direct one still names its addressee when it comes back before its acknowledgement", async () => {
    const { chat, link } = chatFixture();
    link.answers.set("chatting", () => new Promise(() => {}));

    chat.send("secret", "ben");
    await settle();
    const me = { sid: "me", sender: "Haneul" };
    chat.onServer({ ...fromBen, ...me, id: "final", text: "secret", direct: true }, () => false);

    expect(chat.lines.get()).toMatchObject([
      { id: "final", delivery: "sent", direct: { way: "to", name: "Ben" } },
    ]);
  });

  test("that was refused says so and can be sent again", async () => {
    const { chat, link } = chatFixture();
    link.answers.set("chatting", () =>
      failure({ code: "RATE_LIMITED", message: "", retryAfter: 3 }),
    );

    chat.send("hello");
    await settle();
    const [refused] = chat.lines.get();
    link.answers.set("chatting", () => success({ ok: true, id: "final", at: AT }));
    chat.resend(refused?.id ?? "");
    await settle();

    expect(refused).toMatchObject({ delivery: "failed", problem: { code: "RATE_LIMITED" } });
    expect(chat.lines.get()).toMatchObject([{ id: "final", delivery: "sent", problem: undefined }]);
  });

  test("goes from browser to browser while the server is away", async () => {
    const { chat, link, toPeers } = chatFixture();
    link.state.set("offline");

    chat.send("still here");
    await settle();

    expect(toPeers).toMatchObject([{ line: { text: "still here", direct: false }, to: undefined }]);
    expect(chat.lines.get()).toMatchObject([{ delivery: "sent" }]);
  });

  test("of blanks is not sent", () => {
    const { chat } = chatFixture();

    chat.send("  \n ");

    expect(chat.lines.get()).toEqual([]);
  });
});

describe("a line of another", () => {
  test("counts as unread until somebody looks", () => {
    const { chat } = chatFixture();

    chat.onServer(fromBen, () => false);
    const before = chat.unread.get();
    chat.markRead();

    expect([before, chat.unread.get()]).toEqual([1, 0]);
  });

  test("that comes by the server and by a peer stands there once", () => {
    const { chat } = chatFixture();

    chat.onServer(fromBen, () => false);
    chat.onPeer("ben", { kind: "chat", id: "1", at: AT, sender: "Ben", text: "hi", direct: false });

    expect(chat.lines.get().length).toBe(1);
  });

  test("from browser to browser bears the name the room knows, not the one it claims", () => {
    const { chat } = chatFixture();
    const line = { kind: "chat", at: AT, sender: "Haneul", text: "hi", direct: true } as const;

    chat.onPeer("ben", { ...line, id: "1" });
    chat.onPeer("stranger", { ...line, id: "2" });

    expect(chat.lines.get()).toMatchObject([
      { sender: { sid: "ben", name: "Ben" }, kind: "dm", direct: { way: "from", name: "Ben" } },
    ]);
  });
});

test("notices say who came and who went, and do not count as unread", () => {
  const { chat } = chatFixture();

  chat.onServer({ type: "join", id: "n1", at: AT, sid: "ben", name: "Ben" }, () => false);
  chat.onServer({ type: "disconnect", id: "n2", at: AT, sid: "ben", name: "Ben" }, () => true);
  chat.onServer({ type: "disconnect", id: "n3", at: AT, sid: "ji", name: "Ji" }, () => false);

  expect(chat.lines.get().map(({ kind, notice }) => [kind, notice])).toEqual([
    ["system", "joined"],
    ["system", "left"],
    ["system", "disconnected"],
  ]);
  expect(chat.unread.get()).toBe(0);
});
