import { failure } from "@eyestalk/mesh";
import { describe, expect, test } from "vitest";
import { inRoom, names, userList } from "./testing/meeting-fixture.ts";

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

  test("who came just before it shows nothing of the room that was", async () => {
    const fixture = await inRoom();
    const { link, clock } = fixture;
    link.answers.set("resume", () => failure({ code: "MEMBER_NOT_FOUND", message: "" }));
    link.answers.set("join-room", () => userList([{ sid: "ben", name: "Ben" }], { my_id: "me-2" }));

    const shown: string[][] = [];

    link.emit("user-connect", { sid: "ji", name: "Ji" });
    link.state.set("offline");
    link.state.set("online");
    fixture.meeting.participants.subscribe(() => shown.push(names(fixture)));
    await clock.advance(250);

    expect(shown.slice(shown.findIndex(({ length }) => length > 0))).not.toContainEqual([]);
    expect(names(fixture)).toEqual(["Ben"]);
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
