import type { Room, ServerBody } from "@eyestalk/protocol";
import type { RoomPage } from "../lib/rooms-api.ts";

/** A room as the lobby shows it: one that came or ended while we looked is marked for its motion. */
export interface LobbyRoom extends Room {
  readonly mark?: "new" | "ended" | undefined;
}

export interface LobbyPage extends RoomPage {
  readonly rooms: readonly LobbyRoom[];
}

export type RoomChange = ServerBody<"rooms-changed">;

/**
 * What a first page looks like after a change; undefined when the news does not tell enough and the
 * page must be loaded again. An ended room stays, marked, until `withoutEnded`.
 *
 * @param size how many rooms a page holds
 */
export function applyChange(
  page: LobbyPage,
  change: RoomChange,
  size: number,
): LobbyPage | undefined {
  const known = page.rooms.find(({ roomId }) => roomId === change.roomId);
  switch (change.kind) {
    case "ended":
      return known && known.mark !== "ended" ? end(page, known) : page;
    case "changed":
      if (!change.room) return undefined;
      return known ? replace(page, { ...change.room, mark: known.mark }) : page;
    case "created":
      if (known) return page;
      if (!change.room) return undefined;
      return {
        rooms: [{ ...change.room, mark: "new" as const }, ...page.rooms].slice(0, size),
        total: page.total + 1,
      };
  }
}

/** The page after the fading of ended rooms. */
export function withoutEnded(page: LobbyPage): LobbyPage {
  return { ...page, rooms: page.rooms.filter(({ mark }) => mark !== "ended") };
}

/**
 * What is known of the room of that name after a change of some room; null when there is none, undefined when the news
 * does not tell enough and it must be asked for.
 */
export function roomAfter(
  room: Room | null,
  { name, change }: { readonly name: string; readonly change: RoomChange },
): Room | null | undefined {
  const isIt = room === null ? change.room?.roomName === name : room.roomId === change.roomId;
  if (!isIt) return room;
  return change.kind === "ended" ? null : change.room;
}

/** The rooms with that text in their name, whatever the case. */
export function matching(rooms: readonly LobbyRoom[], text: string): readonly LobbyRoom[] {
  const wanted = fold(text);
  return rooms.filter(({ roomName }) => fold(roomName).includes(wanted));
}

/** NFC: macOS types Hangul in pieces (NFD), which would match nothing. */
function fold(text: string): string {
  return text.normalize("NFC").trim().toLocaleLowerCase();
}

function end(page: LobbyPage, room: LobbyRoom): LobbyPage {
  return { ...replace(page, { ...room, mark: "ended" }), total: page.total - 1 };
}

function replace(page: LobbyPage, room: LobbyRoom): LobbyPage {
  return {
    ...page,
    rooms: page.rooms.map((other) => (other.roomId === room.roomId ? room : other)),
  };
}
