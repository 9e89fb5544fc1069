import type { Room } from "@eyestalk/protocol";
import { expect, it } from "vitest";
import {
  applyChange,
  matching,
  roomAfter,
  withoutEnded,
  type LobbyPage,
  type RoomChange,
} from "./room-changes.ts";

function room(roomId: string, change: Partial<Room> = {}): Room {
  return {
    roomId,
    roomName: `Room ${roomId}`,
    roomCapacity: 4,
    roomEnterUser: 1,
    roomCreateAt: new Date("2026-11-23T06:00:00Z"),
    locked: false,
    ...change,
  };
}

const known = room("a");
const full = room("a", { roomEnterUser: 4 });
const page: LobbyPage = { rooms: [room("b"), room("a")], total: 2 };

it("a new room stands in front, marked, and the page keeps its size", () => {
  const next = applyChange(page, { roomId: "c", kind: "created", room: room("c") }, 2);

  expect(next?.rooms.map(({ roomId, mark }) => [roomId, mark])).toEqual([
    ["c", "new"],
    ["b", undefined],
  ]);
  expect(next?.total).toBe(3);
});

it("a room that fills changes where it stands", () => {
  const next = applyChange(page, { roomId: "a", kind: "changed", room: full }, 100);

  expect(next?.rooms.map(({ roomEnterUser }) => roomEnterUser)).toEqual([1, 4]);
});

it("an ended room stays to fade and counts no more, then it is gone", () => {
  const next = applyChange(page, { roomId: "b", kind: "ended" }, 100) ?? page;

  expect(next.rooms[0]?.mark).toBe("ended");
  expect(next.total).toBe(1);
  expect(withoutEnded(next).rooms.map(({ roomId }) => roomId)).toEqual(["a"]);
});

it("the same news twice changes nothing more", () => {
  const once = applyChange(page, { roomId: "b", kind: "ended" }, 100) ?? page;

  expect(applyChange(once, { roomId: "b", kind: "ended" }, 100)).toBe(once);
  expect(applyChange(page, { roomId: "a", kind: "created", room: room("a") }, 100)).toBe(page);
});

it("news without the room means that the list must be loaded again", () => {
  expect(applyChange(page, { roomId: "x", kind: "created" }, 100)).toBeUndefined();
  expect(applyChange(page, { roomId: "a", kind: "changed" }, 100)).toBeUndefined();
});

it.each<[string, Room | null, RoomChange, Room | null | undefined]>([
  ["its seats fill", known, { roomId: "a", kind: "changed", room: full }, full],
  ["it ended", known, { roomId: "a", kind: "ended" }, null],
  ["another ended", known, { roomId: "b", kind: "ended" }, known],
  ["another of its name was created", null, { roomId: "c", kind: "created", room: full }, full],
  ["another was created", null, { roomId: "c", kind: "created", room: room("c") }, null],
  ["there was none and one ended", null, { roomId: "c", kind: "ended" }, null],
  ["nothing is told of it", known, { roomId: "a", kind: "changed" }, undefined],
])("of one room is known, when %s, what the news tells", (_, before, change, after) => {
  expect(roomAfter(before, { name: "Room a", change })).toEqual(after);
});

it("finds Hangul that was typed in pieces, whatever the case", () => {
  const rooms = [room("a", { roomName: "디자인 Sync" }), room("b", { roomName: "Other" })];

  expect(matching(rooms, "디자인".normalize("NFD"))).toHaveLength(1);
  expect(matching(rooms, "sYNC")).toHaveLength(1);
});
