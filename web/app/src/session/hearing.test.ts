import { success } from "@eyestalk/mesh";
import { expect, test } from "vitest";
import { meetingFixture } from "./testing/meeting-fixture.ts";

/** A meeting with Ben in it. */
async function inRoom() {
  const fixture = meetingFixture();
  await fixture.meeting.join({ roomName: "Study", nickname: "Haneul" });
  await fixture.clock.settle();
  return fixture;
}

/** Ben has said a word over the data channel. */
function benSpeaks({ network, FakePeerConnection }: Awaited<ReturnType<typeof inRoom>>): void {
  const [mine] = network.of("me");
  const theirs = new FakePeerConnection(network, "ben");
  theirs.createDataChannel("eyestalk", { negotiated: true, id: 0 });
  const [channel] = mine?.channels ?? [];
  const [other] = theirs.channels;
  if (channel === undefined || other === undefined) throw new Error("both have a channel");
  channel.openWith(other);
  other.send('{"kind":"hello","id":"1","name":"Ben"}');
}

test("who hears nobody any more does not wait long for the server", async () => {
  const fixture = await inRoom();
  const { link, clock } = fixture;
  benSpeaks(fixture);
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
  benSpeaks(fixture);
  await clock.advance(1_000);

  network.move("me");
  await clock.advance(2_000);

  expect(link.startedOver).toBe(1);
});

test("the evidence of whom we hear is told once per change", async () => {
  const fixture = await inRoom();
  const { link, clock } = fixture;
  link.answers.set("peer-state", () => success({ ok: true }));

  benSpeaks(fixture);
  await clock.advance(1_000);
  const heard = link.bodies("peer-state");
  await clock.advance(3_000);

  expect(heard).toEqual([{ sid: "ben", heard: true }]);
  expect(link.bodies("peer-state")).toEqual([
    { sid: "ben", heard: true },
    { sid: "ben", heard: false },
  ]);
});
