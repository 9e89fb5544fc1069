import type { Room } from "@eyestalk/protocol";
import { queryOptions } from "@tanstack/react-query";
import { findRoom } from "../lib/rooms-api.ts";
import { roomKey } from "../lobby/live-rooms.ts";

/** Seats may fill or free up while a person still looks for their earphones. Milliseconds. */
const ASK_EVERY_MS = 10_000;

/** The room behind a link; null when there is none. Under the key that news of rooms refreshes. */
export function roomQuery(roomName: string) {
  return queryOptions({
    queryKey: roomKey(roomName),
    queryFn: async ({ signal }): Promise<Room | null> => {
      const found = await findRoom(roomName, signal);
      if (found.ok) return found.value ?? null;
      throw new Error(found.problem.code, { cause: found.problem });
    },
    refetchInterval: ASK_EVERY_MS,
  });
}
