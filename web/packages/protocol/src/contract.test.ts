import { describe, expect, it, test } from "vitest";
import { isRefusal, parseAck, parseClientEvent, type ClientEventName } from "./client-events.ts";
import * as dashboard from "./dashboard.ts";
import { examplesIn, mutationsOf, type Example } from "./examples.ts";
import type { Parsed } from "./parsed.ts";
import { parsePeerMessage } from "./peer-messages.ts";
import * as rest from "./rest.ts";
import { parseServerEvent } from "./server-events.ts";

/** Fields a reader may do without; everything else that is missing or of a wrong type is refused. */
const OPTIONAL = new Set(
  [
    "list ice_ttl away fresh reason room errors retry_after message event room_id direct target",
    "roomPassword connection_id id roles media at sharing audio video target_id",
    "username credential from sdpMid sdpMLineIndex usernameFragment",
  ].flatMap((line) => line.split(" ")),
);
/** Fields nobody reads, so a wrong type does no harm. */
const UNREAD = new Set(["list", "target_id"]);

const CLIENT_EVENTS: readonly ClientEventName[] = [
  "create-room",
  "join-room",
  "data",
  "chatting",
  "share-start",
  "share-end",
  "media-state",
  "resume",
  "peer-state",
  "leave-room",
];

function clientEvent(name: string): ClientEventName {
  const known = CLIENT_EVENTS.find((event) => event === name);
  if (known === undefined) throw new Error(`no client event is called ${name}`);
  return known;
}

const doors: Record<string, (example: Example, json: unknown) => Parsed<unknown>> = {
  "events/server": ({ name }, json) => parseServerEvent(name, json),
  "events/client": ({ name }, json) => parseClientEvent(name, json),
  "events/peer": (_example, json) => parsePeerMessage(JSON.stringify(json)),
};

for (const [folder, parse] of Object.entries(doors)) {
  describe(folder, () => {
    const examples = examplesIn(folder);

    it.each(examples)("understands $file", (example) => {
      expect(parse(example, example.json)).toMatchObject({ ok: true });
    });

    it.each(examples)("ignores a field it does not know in $file", (example) => {
      const grown = Object.assign({}, example.json, { addedLater: { deep: [1] } });

      expect(parse(example, grown)).toEqual(parse(example, example.json));
    });

    const broken = examples.flatMap((example) =>
      mutationsOf(example.json)
        .filter(({ label }) => !mayBe(label, example))
        .map((mutation) => Object.assign(mutation, { example })),
    );
    it.each(broken)("refuses $example.file $label", ({ example, json }) => {
      expect(parse(example, json)).toMatchObject({ ok: false });
    });
  });
}

/** Whether that mutation is still right by protocol.md. */
function mayBe(label: string, example: Example): boolean {
  const missing = /^without (.*)$/.exec(label)?.[1];
  if (missing === undefined) {
    const field = /^(.*) of a wrong type$/.exec(label)?.[1] ?? "";
    // An unknown reason of leaving reads as "lost": the person is gone either way.
    return UNREAD.has(field) || (example.name === "user-disconnect" && field === "reason");
  }
  const needed: Record<string, readonly string[]> = {
    "media-state": ["audio", "video"],
    media: ["audio", "video", "id"],
    "create-room": ["roomName", "userNickname"],
  };
  if (needed[example.name]?.includes(missing)) return false;
  if (example.name === "chatting" && "text" in Object(example.json)) {
    return missing === "room_id" || missing === "target" || missing === "direct";
  }
  return OPTIONAL.has(missing);
}

describe("events/ack", () => {
  const examples = examplesIn("events/ack");

  it.each(examples.filter(({ name }) => name !== "refused"))("understands $file", (example) => {
    expect(parseAck(clientEvent(example.name), example.json)).toMatchObject({
      ok: true,
      value: expect.not.objectContaining({ ok: false }),
    });
  });

  it.each(examples.filter(({ name }) => name === "refused"))("takes $file as a refusal", (e) => {
    const ack = parseAck("join-room", e.json);

    expect(ack.ok && isRefusal(ack.value)).toBe(true);
  });

  test("an acknowledgement that lacks what the event promises is refused", () => {
    expect(parseAck("join-room", { ok: true })).toMatchObject({ ok: false });
    expect(parseAck("chatting", { ok: true, id: "1" })).toMatchObject({ ok: false });
    expect(parseAck("leave-room", {})).toMatchObject({ ok: false });
    expect(parseAck("leave-room", undefined)).toMatchObject({ ok: false });
  });
});

describe("rest", () => {
  const readers: Record<string, (body: unknown) => Parsed<unknown>> = {
    "create-room.response": rest.parseCreatedRoom,
    "list-rooms.response": rest.parseRooms,
    "search-rooms.response": rest.parseRooms,
    "enter-room.response": rest.parseMembers,
    "exit-room.response": rest.parseFlag,
    "valid-create.response": rest.parseFlag,
    "valid-enter.refusal": rest.parseEnterRefusal,
    "client-config.response": rest.parseClientConfig,
    "dashboard-session.response": dashboard.parseOperatorSession,
    "dashboard-overview.response": dashboard.parseOverview,
    "dashboard-messages.response": dashboard.parseRoomMessages,
    problem: rest.parseProblem,
  };
  const answers = examplesIn("rest").filter(({ file }) => !file.includes(".request"));

  it.each(answers)("understands $file", ({ file, name, json }) => {
    const reader = readers[name] ?? readers[file.split(".").slice(0, 2).join(".")];

    expect(reader?.(json)).toMatchObject({ ok: true });
  });

  test("a room with a field missing or of a wrong type is refused", () => {
    const list = examplesIn("rest").find(({ file }) => file === "search-rooms.response.json");
    const [room] = Array.isArray(list?.json) ? list.json : [];

    const accepted = mutationsOf(room).filter((mutation) => rest.parseRoom(mutation.json).ok);

    expect(rest.parseRoom(room)).toMatchObject({ ok: true });
    expect(accepted).toEqual([]);
  });
});
