import { failure } from "@eyestalk/mesh";
import { describe, expect, test } from "vitest";
import { seatIn } from "./seats.ts";
import { meetingFixture, userList } from "./testing/meeting-fixture.ts";

const REQUEST = { roomName: "Study", nickname: " Haneul ", password: "secret" };

/** A meeting with Ben in it. */
async function inRoom() {
  const fixture = meetingFixture();
  await fixture.meeting.join(REQUEST);
  await fixture.clock.settle();
  return fixture;
}

function names({ meeting }: Awaited<ReturnType<typeof inRoom>>): string[] {
  return meeting.participants.get().map(({ name }) => name);
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
    const { meeting, link } = meetingFixture();
    const right = link.answers.get("join-room") ?? (() => userList());
    link.answers.set("join-room", () => failure({ code: "INVALID_PASSWORD", message: "" }));

    const refused = await meeting.join(REQUEST);
    const status = meeting.status.get();
    link.answers.set("join-room", right);
    const admitted = await meeting.join(REQUEST);

    expect(refused).toMatchObject({ ok: false, problem: { code: "INVALID_PASSWORD" } });
    expect(status).toBe("new");
    expect(admitted.ok).toBe(true);
  });

  test("takes the seat back at once when the socket was replaced while offers were made", async () => {
    const { meeting, link, clock } = meetingFixture();
    link.answers.set("resume", () => userList([{ sid: "ben", name: "Ben" }]));
    const undo = meeting.self.subscribe(() => {
      undo();
      link.state.set("offline");
      link.state.set("online");
    });

    await meeting.join(REQUEST);
    await clock.settle();

    expect(link.bodies("resume")).toEqual([{ token: "token-1", fresh: false }]);
    expect(meeting.status.get()).toBe("in-room");
  });

  test("waits for the socket that is still opening", async () => {
    const { meeting, link, clock } = meetingFixture();
    link.state.set("connecting");

    const joining = meeting.join(REQUEST);
    await clock.advance(1_000);
    link.state.set("online");

    expect((await joining).ok).toBe(true);
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
    await fixture.clock.settle();
    const during = names(fixture);
    fixture.link.emit("user-disconnect", { sid: "ben", reason: "left" });

    expect(during).toEqual(["Ben", "Ji"]);
    expect(fixture.link.bodies("data").length).toBe(offers);
    expect(names(fixture)).toEqual(["Ji"]);
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

    fixture.link.emit("user-back", { sid: "ben", fresh: true });
    await fixture.clock.settle();

    expect(fixture.network.connections.length).toBe(2);
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

describe("the server away", () => {
  test("ends nothing: the call goes on, and is known again after its return", async () => {
    const { meeting, link, clock, network } = await inRoom();
    link.answers.set("resume", () =>
      userList([{ sid: "ben", name: "Ben" }], { resume_token: "token-2" }),
    );
    const [before] = network.of("me");

    link.state.set("offline");
    await clock.advance(5_000);
    const during = [meeting.server.get(), meeting.status.get(), network.of("me")[0] === before];
    link.state.set("online");
    await clock.settle();
    const after = meeting.server.get();
    await clock.advance(4_000);

    expect(during).toEqual(["offline", "in-room", true]);
    expect(link.bodies("resume")).toEqual([{ token: "token-1", fresh: false }]);
    expect([after, meeting.server.get()]).toEqual(["back", "online"]);
  });

  test("the roster is right again at once: who went meanwhile is gone, who came is there", async () => {
    const fixture = await inRoom();
    fixture.link.answers.set("resume", () => userList([{ sid: "ji", name: "Ji" }]));

    fixture.link.state.set("offline");
    fixture.link.state.set("online");
    await fixture.clock.settle();

    expect(names(fixture)).toEqual(["Ji"]);
    expect(fixture.meeting.chat.lines.get()).toMatchObject([
      { kind: "system", notice: "disconnected", sender: { name: "Ben" } },
    ]);
  });

  test("what was muted meanwhile is told", async () => {
    const { media, link, clock } = await inRoom();
    link.answers.set("resume", () => userList());

    link.state.set("offline");
    media.microphone.set("off");
    link.state.set("online");
    await clock.settle();

    expect(link.bodies("media-state").at(-1)).toEqual({ audio: false, video: true });
  });

  test("a server that is not ready yet is asked again", async () => {
    const { meeting, link, clock } = await inRoom();
    const problem = { code: "SERVICE_UNAVAILABLE", message: "", retryAfter: 3 } as const;
    link.answers.set("resume", () => failure(problem));

    link.state.set("offline");
    link.state.set("online");
    await clock.settle();
    link.answers.set("resume", () => userList());
    await clock.advance(3_000);

    expect(link.bodies("resume").length).toBe(2);
    expect([meeting.status.get(), meeting.server.get()]).toEqual(["in-room", "back"]);
  });

  test("a seat that is gone is asked for anew, as somebody new", async () => {
    const { meeting, link, clock, network } = await inRoom();
    link.answers.set("resume", () => failure({ code: "MEMBER_NOT_FOUND", message: "" }));
    link.answers.set("join-room", () => userList([{ sid: "ben", name: "Ben" }], { my_id: "me-2" }));

    link.state.set("offline");
    link.state.set("online");
    await clock.settle();

    expect(meeting.self.get()?.sid).toBe("me-2");
    expect(meeting.status.get()).toBe("in-room");
    expect(network.of("me").length).toBe(1);
    expect(meeting.participants.get().length).toBe(1);
  });

  test("a room that does not take us back has removed us", async () => {
    const { meeting, link, clock } = await inRoom();
    link.answers.set("resume", () => failure({ code: "MEMBER_NOT_FOUND", message: "" }));
    link.answers.set("join-room", () => failure({ code: "FULL_CAPACITY", message: "" }));

    link.state.set("offline");
    link.state.set("online");
    await clock.settle();

    expect(meeting.status.get()).toBe("removed");
  });
});

describe("a reload", () => {
  test("keeps the person in: the seat is taken back, and we offer anew", async () => {
    const before = await inRoom();
    const after = meetingFixture();
    const seat = before.page.storage.getItem("eyestalk.seat.Study") ?? "";
    after.page.storage.setItem("eyestalk.seat.Study", seat);
    after.link.answers.set("resume", () => userList([{ sid: "ben", name: "Ben" }]));

    const resumed = await after.meeting.resume("Study");
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
