import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { Result } from "@eyestalk/mesh";
import type { HttpProblem } from "../lib/http.ts";
import { pause } from "../lib/pause.ts";
import { listRooms, searchRooms } from "../lib/rooms-api.ts";
import { useStore } from "../lib/use-store.ts";
import type { ServerLink } from "../session/index.ts";
import { LOBBY_KEY, LOBBY_SIZE, ROOMS_KEY } from "./live-rooms.ts";
import { matching, type LobbyPage, type LobbyRoom } from "./room-changes.ts";

/** While the socket is away the list is asked for instead. Milliseconds. */
const ASK_EVERY_MS = 10_000;

/** A pause in typing after which the server is asked. Milliseconds. */
const TYPING_MS = 150;

/** The rooms that are shown now. */
export interface Rooms {
  readonly rooms: readonly LobbyRoom[];
  /** How many there are in all, of the search or of the whole list. */
  readonly total: number;
  readonly state: "loading" | "ready" | "failed";
  readonly retry: () => void;
}

const lobbyQuery = queryOptions({
  queryKey: LOBBY_KEY,
  queryFn: async ({ signal }): Promise<LobbyPage> =>
    unwrap(await listRooms({ page: 0, size: LOBBY_SIZE }, signal)),
});

/** The newest rooms, or those with `text` in their name. */
export function useRooms(link: ServerLink, text: string): Rooms {
  const refetchInterval = useAskingInterval(link);
  const lobby = useQuery({ ...lobbyQuery, refetchInterval });
  const holdsAll = (lobby.data?.total ?? 0) <= LOBBY_SIZE;
  const wanted = text.trim();
  const search = useQuery({
    queryKey: [ROOMS_KEY, "search", wanted],
    queryFn: async ({ signal }) => {
      await pause(TYPING_MS, signal);
      return unwrap(await searchRooms(wanted, signal));
    },
    enabled: wanted !== "" && !holdsAll,
    placeholderData: keepPreviousData,
  });

  const all = lobby.data?.rooms ?? [];
  if (wanted === "") return { ...asked(lobby), rooms: all, total: lobby.data?.total ?? 0 };
  if (!holdsAll) return { ...asked(search), ...counted(search.data ?? []) };
  return { ...asked(lobby), ...counted(matching(all, wanted)) };
}

/** One page of all rooms; pages count from 0. */
export function useRoomPage(link: ServerLink, page: number, size: number): Rooms {
  const refetchInterval = useAskingInterval(link);
  const query = useQuery({
    queryKey: [ROOMS_KEY, "page", page, size],
    queryFn: async ({ signal }): Promise<LobbyPage> =>
      unwrap(await listRooms({ page, size }, signal)),
    placeholderData: keepPreviousData,
    refetchInterval,
  });
  return { ...asked(query), rooms: query.data?.rooms ?? [], total: query.data?.total ?? 0 };
}

function useAskingInterval(link: ServerLink): number | false {
  return useStore(link.state) === "online" ? false : ASK_EVERY_MS;
}

interface Asked {
  readonly status: "pending" | "error" | "success";
  readonly refetch: () => Promise<unknown>;
}

const STATES = { pending: "loading", error: "failed", success: "ready" } as const;

function asked({ status, refetch }: Asked): Pick<Rooms, "state" | "retry"> {
  return { state: STATES[status], retry: () => void refetch() };
}

function counted(rooms: readonly LobbyRoom[]): Pick<Rooms, "rooms" | "total"> {
  return { rooms, total: rooms.filter(({ mark }) => mark !== "ended").length };
}

/** The query cache knows failures as exceptions. */
function unwrap<T>(result: Result<T, HttpProblem>): T {
  if (result.ok) return result.value;
  throw new Error(result.problem.code, { cause: result.problem });
}
