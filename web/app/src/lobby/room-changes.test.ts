import type { Room } from "@eyestalk/protocol";
import { expect, it } from "vitest";
import { applyChange, matching, withoutEnded, type LobbyPage } from "./room-changes.ts";

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
  const full = room("a", { roomEnterUser: 4 });

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

it("finds Hangul that was typed in pieces, whatever the case", () => {
  const rooms = [room("a", { roomName: "디자인 Sync" }), room("b", { roomName: "Other" })];

  expect(matching(rooms, "디자인".normalize("NFD"))).toHaveLength(1);
  expect(matching(rooms, "sYNC")).toHaveLength(1);
});
