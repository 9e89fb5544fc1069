import { failure } from "@eyestalk/mesh";
import { describe, expect, test } from "vitest";
import { seatIn } from "./seats.ts";
import {
  inRoom,
  meetingFixture,
  names,
  REQUEST,
  userList,
  type Fixture,
} from "./testing/meeting-fixture.ts";

/** Somebody who came offers, and we answer. */
async function offersUs(fixture: Fixture, sid: string): Promise<void> {
  const { FakePeerConnection, clock, link, network } = fixture;
  const theirs = new FakePeerConnection(network, sid);
  theirs.createDataChannel("eyestalk", { negotiated: true, id: 0 });
  await theirs.setLocalDescription();
  const offer = { type: "offer", sdp: theirs.localDescription, connection_id: "c", id: "offer" };
  link.emit("data", { sender_id: sid, target_id: "me", ...offer });
  await clock.settle();
}

describe("joining", () => {
  test("brings the room, the others, and an offer to each of them", async () => {
    const fixture = await inRoom();

    expect(fixture.meeting.status.get()).toBe("in-room");
    expect(fixture.meeting.self.get()).toEqual({ sid: "me", name: "Haneul" });
    expect(fixture.meeting.room.get()?.roomName).toBe("Study");
    expect(names(fixture)).toEqual(["Ben"]);
    expect(fixture.link.bodies("join-room")).toEqual([
      { roomName: "Study", userNickname: "Haneul", roomPassword: "secret" },
    ]);
    expect(fixture.link.bodies("data")).toContainEqual(
      expect.objectContaining({ target_id: "ben", type: "offer" }),
    );
    expect(fixture.link.bodies("media-state")).toEqual([{ audio: true, video: true }]);
    expect(fixture.errors).toEqual([]);
  });

  test("a refusal is told and another attempt may follow", async () => {
    const { meeting, link, entered } = meetingFixture();
    const right = link.answers.get("join-room") ?? (() => userList());
    link.answers.set("join-room", () => failure({ code: "INVALID_PASSWORD", message: "" }));

    const refused = await entered(meeting.join(REQUEST));
    const status = meeting.status.get();
    link.answers.set("join-room", right);
    const admitted = await entered(meeting.join(REQUEST));

    expect(refused).toMatchObject({ ok: false, problem: { code: "INVALID_PASSWORD" } });
    expect(status).toBe("new");
    expect(admitted.ok).toBe(true);
  });

  test("is under way until everybody there is connected", async () => {
    const { meeting, clock, network, entered } = meetingFixture();
    const before = meeting.isEntering.get();

    await entered(meeting.join(REQUEST));
    const during = [meeting.status.get(), meeting.isEntering.get()];
    network.of("me")[0]?.become("connected");
    await clock.settle();

    expect([before, during]).toEqual([false, ["in-room", true]]);
    expect(meeting.isEntering.get()).toBe(false);
  });

  test("ends with a refusal, and 1.5 s after the answer where somebody cannot be connected", async () => {
    const { meeting, link, clock, entered } = meetingFixture();
    link.answers.set("join-room", () => failure({ code: "INVALID_PASSWORD", message: "" }));
    await entered(meeting.join(REQUEST));
    const refused = meeting.isEntering.get();
    link.answers.set("join-room", () => userList([{ sid: "ben", name: "Ben" }]));

    await entered(meeting.join(REQUEST));
    await clock.advance(1_400);
    const late = meeting.isEntering.get();
    await clock.advance(400);

    expect([refused, late, meeting.isEntering.get()]).toEqual([false, true, false]);
  });

  test("takes the seat back at once when the socket was replaced while offers were made", async () => {
    const { meeting, link, clock, entered } = meetingFixture();
    link.answers.set("resume", () => userList([{ sid: "ben", name: "Ben" }]));
    const undo = meeting.self.subscribe(() => {
      undo();
      link.state.set("offline");
      link.state.set("online");
    });

    await entered(meeting.join(REQUEST));
    await clock.settle();

    expect(link.bodies("resume")).toEqual([{ token: "token-1", fresh: false }]);
    expect(meeting.status.get()).toBe("in-room");
  });

  test("waits for the socket that is still opening", async () => {
    const { meeting, link, clock, entered } = meetingFixture();
    link.state.set("connecting");

    const joining = meeting.join(REQUEST);
    await clock.advance(1_000);
    link.state.set("online");

    expect((await entered(joining)).ok).toBe(true);
  });

  test("says that the server cannot be reached when it cannot", async () => {
    const { meeting, link, clock } = meetingFixture();
    link.state.set("offline");

    const joining = meeting.join(REQUEST);
    await clock.advance(8_000);

    expect(await joining).toMatchObject({ ok: false, problem: { code: "OFFLINE" } });
  });
});

describe("the others", () => {
  test("come, wait for no offer of ours, and go", async () => {
    const fixture = await inRoom();
    const offers = fixture.link.bodies("data").length;

    fixture.link.emit("user-connect", { sid: "ji", name: "Ji" });
    await fixture.clock.advance(250);
    const during = names(fixture);
    fixture.link.emit("user-disconnect", { sid: "ben", reason: "left" });

    expect(during).toEqual(["Ben", "Ji"]);
    expect(fixture.link.bodies("data").length).toBe(offers);
    expect(names(fixture)).toEqual(["Ji"]);
  });

  test("are drawn when we have answered them, with all that was said of them before", async () => {
    const fixture = await inRoom();
    const { link, meeting, clock } = fixture;
    const start = clock.now();

    link.emit("user-connect", { sid: "ji", name: "Ji" });
    link.emit("media-state", { sid: "ji", audio: false, video: true });
    await clock.settle();
    const before = names(fixture);
    await offersUs(fixture, "ji");

    expect([before, names(fixture)]).toEqual([["Ben"], ["Ben", "Ji"]]);
    expect(meeting.participants.get()[1]).toMatchObject({ name: "Ji", audio: false });
    expect(clock.now() - start).toBeLessThan(250);
  });

  test("have a tile from the first moment, and a word for how they stand", async () => {
    const fixture = await inRoom();
    const state = () => fixture.meeting.participants.get()[0]?.state;

    const first = state();
    fixture.link.emit("user-away", { sid: "ben" });
    const away = state();
    fixture.link.emit("user-back", { sid: "ben" });

    expect([first, away, state()]).toEqual(["connecting", "away", "connecting"]);
  });

  test("who reloaded is met anew: no old connection stays", async () => {
    const fixture = await inRoom();
    const made = fixture.network.connections.length;

    fixture.link.emit("user-back", { sid: "ben", fresh: true });
    await fixture.clock.settle();

    expect(fixture.network.connections.length).toBe(made + 1);
    expect(fixture.network.of("me").length).toBe(1);
  });

  test("show what they send", async () => {
    const fixture = await inRoom();

    fixture.link.emit("media-state", { sid: "ben", audio: false, video: true });
    fixture.link.emit("share-start", { sid: "ben" });

    expect(fixture.meeting.participants.get()[0]).toMatchObject({
      audio: false,
      video: true,
      sharing: true,
    });
  });

  test("that did not change stay the same object", async () => {
    const fixture = await inRoom();
    fixture.link.emit("user-connect", { sid: "ji", name: "Ji" });
    const [ben] = fixture.meeting.participants.get();

    fixture.link.emit("share-start", { sid: "ji" });

    expect(fixture.meeting.participants.get()[0]).toBe(ben);
  });

  test("a server that removes us ends the meeting", async () => {
    const { meeting, link, page, network } = await inRoom();

    link.emit("user-disconnect", { sid: "me", reason: "closed" });

    expect(meeting.status.get()).toBe("removed");
    expect(seatIn("Study", page.storage)).toBeUndefined();
    expect(network.of("me")).toEqual([]);
  });
});

describe("a reload", () => {
  test("keeps the person in: the seat is taken back, and we offer anew", async () => {
    const before = await inRoom();
    const after = meetingFixture();
    const seat = before.page.storage.getItem("eyestalk.seat.Study") ?? "";
    after.page.storage.setItem("eyestalk.seat.Study", seat);
    after.link.answers.set("resume", () => userList([{ sid: "ben", name: "Ben" }]));

    const resumed = await after.entered(after.meeting.resume("Study"));
    await after.clock.settle();

    expect(resumed.ok).toBe(true);
    expect(after.meeting.self.get()).toEqual({ sid: "me", name: "Haneul" });
    expect(after.link.bodies("resume")).toEqual([{ token: "token-1", fresh: true }]);
    expect(after.link.bodies("data")).toContainEqual(expect.objectContaining({ type: "offer" }));
  });

  test("without a seat nobody is asked", async () => {
    const { meeting, link } = meetingFixture();

    expect(await meeting.resume("Study")).toMatchObject({ ok: false });
    expect(link.sent).toEqual([]);
  });

  test("a seat the server does not know is forgotten", async () => {
    const { meeting, link, page } = meetingFixture();
    page.storage.setItem("eyestalk.seat.Study", "Haneul\ntoken-1");
    link.answers.set("resume", () => failure({ code: "MEMBER_NOT_FOUND", message: "" }));

    await meeting.resume("Study");

    expect(seatIn("Study", page.storage)).toBeUndefined();
  });

  test("the page that goes says so, with its private id", async () => {
    const { page } = await inRoom();

    page.hide();

    expect(page.beacons).toEqual(["/room/closing?socketId=private-1"]);
  });
});

describe("leaving", () => {
  test("tells the server and lets go of everything but the devices", async () => {
    const { meeting, link, network, page, media } = await inRoom();

    await meeting.leave();

    expect(link.bodies("leave-room").length).toBe(1);
    expect(meeting.status.get()).toBe("left");
    expect(meeting.participants.get()).toEqual([]);
    expect(network.of("me")).toEqual([]);
    expect(seatIn("Study", page.storage)).toBeUndefined();
    expect(page.awake).toBe(0);
    expect(media.tracks.get().camera?.readyState).toBe("live");
  });

  test("works while the server is away", async () => {
    const { meeting, link, clock } = await inRoom();
    link.state.set("offline");

    const leaving = meeting.leave();
    await clock.advance(200);
    await leaving;

    expect(meeting.status.get()).toBe("left");
  });

  test("nobody takes the seat back after it", async () => {
    const { meeting, link, clock } = await inRoom();

    await meeting.leave();
    link.state.set("offline");
    link.state.set("online");
    await clock.settle();

    expect(link.bodies("resume")).toEqual([]);
  });
});

describe("media", () => {
  test("mute and share are told once per change", async () => {
    const { meeting, media, link, clock } = await inRoom();

    await media.toggleMicrophone();
    await meeting.startScreen();
    meeting.stopScreen();
    await clock.settle();

    expect(link.bodies("media-state")).toEqual([
      { audio: true, video: true },
      { audio: false, video: true },
    ]);
    expect(link.bodies("share-start").length).toBe(1);
    expect(link.bodies("share-end").length).toBe(1);
  });

  test("the screen stays lit while in the room", async () => {
    const { page } = await inRoom();

    expect(page.awake).toBe(1);
  });
});

describe("closing", () => {
  test("leaves the room: the socket stays open, and nobody may stay as a ghost", async () => {
    const { meeting, link, clock } = await inRoom();

    meeting.close();
    await clock.settle();

    expect(link.bodies("leave-room").length).toBe(1);
  });

  test("leaves no listener and no connection, twice", async () => {
    const { meeting, link, network } = await inRoom();

    meeting.close();
    meeting.close();
    link.emit("user-connect", { sid: "ji", name: "Ji" });

    expect(meeting.participants.get()).toEqual([]);
    expect(network.of("me")).toEqual([]);
  });
});
