import { success } from "@eyestalk/mesh";
import { parsePeerMessage } from "@eyestalk/protocol";
import { expect, test } from "vitest";
import { inRoom, userList, type Fixture } from "./testing/meeting-fixture.ts";

/** Somebody says a first word over the data channel; returns our end of it. */
function speaks({ network, FakePeerConnection }: Fixture, index = 0) {
  const mine = network.of("me")[index];
  const theirs = new FakePeerConnection(network, `other ${index}`);
  theirs.createDataChannel("eyestalk", { negotiated: true, id: 0 });
  const [channel] = mine?.channels ?? [];
  const [other] = theirs.channels;
  if (channel === undefined || other === undefined) throw new Error("both have a channel");
  channel.openWith(other);
  other.send('{"kind":"hello","id":"1","name":"Somebody"}');
  return channel;
}

/** Somebody at the other end of a channel says this. */
function say(channel: ReturnType<typeof speaks>, text: string): void {
  channel.dispatchEvent(new MessageEvent("message", { data: text }));
}

/** What was said over a channel about how large the other one is shown. */
function asked({ sent }: ReturnType<typeof speaks>): unknown[] {
  return sent.flatMap((text) => {
    const parsed = parsePeerMessage(text);
    return parsed.ok && parsed.value.kind === "view" ? [parsed.value.camera] : [];
  });
}

test("who hears nobody any more does not wait long for the server", async () => {
  const fixture = await inRoom();
  const { link, clock } = fixture;
  speaks(fixture);
  await clock.advance(1_000);
  const patience = (): (number | undefined)[] =>
    link.sent.filter(({ name }) => name === "data").map(({ withinMs }) => withinMs);
  const before = new Set(patience());

  await clock.advance(2_000);

  expect([...before]).toEqual([undefined]);
  expect(patience()).toContain(700);
});

test("a machine with another address gives up the socket of the old one", async () => {
  const fixture = await inRoom();
  const { link, clock, network } = fixture;
  speaks(fixture);
  await clock.advance(1_000);

  network.move("me");
  await clock.advance(2_000);

  expect(link.startedOver).toBe(1);
});

test("the server's return goes round: whoever hears of it tries at once", async () => {
  const fixture = await inRoom();
  const { link, clock } = fixture;
  link.answers.set("resume", () => userList([{ sid: "ben", name: "Ben" }]));
  const ben = speaks(fixture);
  await clock.settle();

  link.state.set("offline");
  say(ben, '{"kind":"server-back","id":"2"}');
  link.state.set("online");
  await clock.settle();

  expect(link.triedNow).toBe(1);
  expect(ben.sent.filter((text) => text.includes("server-back")).length).toBe(1);
});

test("while the page is out of sight nobody is asked for a picture, whoever is pinned or new", async () => {
  const fixture = await inRoom();
  const { meeting, page, link, clock } = fixture;
  const ben = speaks(fixture);
  await clock.settle();

  meeting.setPinned("ben");
  page.show(false);
  link.emit("user-connect", { sid: "ji", name: "Ji" });
  const ji = speaks(fixture, 1);
  await clock.advance(250);
  page.show(true);

  expect(asked(ben)).toEqual(["pinned", "hidden", "pinned"]);
  expect(asked(ji)).toEqual(["hidden", "normal"]);
});

test("the evidence of whom we hear is told once per change", async () => {
  const fixture = await inRoom();
  const { link, clock } = fixture;
  link.answers.set("peer-state", () => success({ ok: true }));

  speaks(fixture);
  await clock.advance(1_000);
  const heard = link.bodies("peer-state");
  await clock.advance(3_000);

  expect(heard).toEqual([{ sid: "ben", heard: true }]);
  expect(link.bodies("peer-state")).toEqual([
    { sid: "ben", heard: true },
    { sid: "ben", heard: false },
  ]);
});
