import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  parseAck,
  parseClientEvent,
  parsePeerMessage,
  parseProblem,
  parseServerEvent,
} from "./index.ts";

test("an event this client does not know is named so, not called broken", () => {
  expect(parseServerEvent("hologram", {})).toMatchObject({ ok: false, reason: "unknown-type" });
  expect(parsePeerMessage('{"kind":"hologram","id":"1"}')).toMatchObject({
    reason: "unknown-type",
  });
});

test("names that every object inherits are no events", () => {
  expect(parseServerEvent("constructor", {})).toMatchObject({ reason: "unknown-type" });
  expect(parseClientEvent("__proto__", {})).toMatchObject({ reason: "unknown-type" });
});

test("a number may come as a string, a word may not", () => {
  const room = { roomName: "a", userNickname: "b" };

  expect(parseClientEvent("create-room", { ...room, roomCapacity: " 4 " })).toMatchObject({
    value: { body: { roomCapacity: 4 } },
  });
  expect(parseClientEvent("create-room", { ...room, roomCapacity: "many" }).ok).toBe(false);
});

test("the sender of a signal is the one the server names", () => {
  const data = { sender_id: "bob", target_id: "me", type: "new-ice-candidate", candidate: null };

  const parsed = parseServerEvent("data", data);

  expect(parsed).toEqual({
    ok: true,
    value: {
      name: "data",
      body: { from: "bob", signal: { type: "new-ice-candidate", candidate: null } },
    },
  });
});

test("a code of a newer server is still a refusal", () => {
  expect(parseProblem({ status: 418, code: "TEAPOT" })).toMatchObject({
    ok: true,
    value: { code: "INTERNAL_ERROR" },
  });
});

test("nothing anybody sends makes a door throw", () => {
  const names = fc.constantFrom("data", "chatting", "user-list", "media-state", "x");
  fc.assert(
    fc.property(names, fc.anything(), fc.string(), (name, body, text) => {
      parseServerEvent(name, body);
      parseClientEvent(name, body);
      parsePeerMessage(body);
      parsePeerMessage(text);
      parsePeerMessage(JSON.stringify(body));
      parseAck("chatting", body);
    }),
  );
});
