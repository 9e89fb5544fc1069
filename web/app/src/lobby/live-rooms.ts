import type { QueryClient } from "@tanstack/react-query";
import type { Room } from "@eyestalk/protocol";
import type { ServerLink } from "../session/index.ts";
import {
  applyChange,
  roomAfter,
  withoutEnded,
  type LobbyPage,
  type RoomChange,
} from "./room-changes.ts";

/** How many rooms the lobby loads at once: what fits is shown, what matches is found at once. */
export const LOBBY_SIZE = 100;

/** Everything that lists rooms lives under this key. */
export const ROOMS_KEY = "rooms";

/** The key of the lobby's list, the one that is kept up to date change by change. */
export const LOBBY_KEY = [ROOMS_KEY, "lobby"] as const;

/** Rooms asked for by name, kept up to date as well; null where there is none. */
const ROOM_KEY = [ROOMS_KEY, "one"] as const;

/** The key of the room with that name. */
export const roomKey = (name: string) => [...ROOM_KEY, name] as const;

/** How long an ended room takes to fade (`--calm`). Milliseconds. */
const FADE_MS = 200;

/**
 * Keeps the lists of rooms as the server tells it over the socket. What may have been missed while
 * the socket was away is loaded again when it is back.
 */
export function followRooms(link: ServerLink, queries: QueryClient): () => void {
  const reload = (): void => void queries.invalidateQueries({ queryKey: [ROOMS_KEY] });
  const stopEvents = link.on("rooms-changed", (change) => apply(queries, change));
  const stopState = link.state.subscribe(() => {
    if (link.state.get() === "online") reload();
  });
  return () => {
    stopEvents();
    stopState();
  };
}

function apply(queries: QueryClient, change: RoomChange): void {
  const page = queries.getQueryData<LobbyPage>(LOBBY_KEY);
  const next = page && applyChange(page, change, LOBBY_SIZE);
  if (next) queries.setQueryData<LobbyPage>(LOBBY_KEY, next);
  else void queries.invalidateQueries({ queryKey: LOBBY_KEY });
  followOne(queries, change);
  if (change.kind === "ended") setTimeout(() => dropEnded(queries), FADE_MS);
  // Searches and later pages are loaded again: what moved on them cannot be told from one change.
  void queries.invalidateQueries({
    queryKey: [ROOMS_KEY],
    predicate: ({ queryKey: [, kind] }) => kind !== LOBBY_KEY[1] && kind !== ROOM_KEY[1],
  });
}

/** Whoever is about to enter a room hears of every other one, too: only news of theirs may cost a question. */
function followOne(queries: QueryClient, change: RoomChange): void {
  const known = queries.getQueriesData<Room | null>({ queryKey: ROOM_KEY });
  for (const [key, room] of known) {
    const name = String(key[2]);
    const after = room === undefined ? undefined : roomAfter(room, { name, change });
    if (after === undefined) void queries.invalidateQueries({ queryKey: key });
    else if (after !== room) queries.setQueryData<Room | null>(key, after);
  }
}

function dropEnded(queries: QueryClient): void {
  queries.setQueryData<LobbyPage>(LOBBY_KEY, (page) => page && withoutEnded(page));
}
