import { useQuery } from "@tanstack/react-query";
import { roomNameProblem } from "../lib/entry-rules.ts";
import { pause } from "../lib/pause.ts";
import { isNameFree } from "../lib/rooms-api.ts";

/** A pause in typing after which the server is asked. Milliseconds. */
const TYPING_MS = 250;

/**
 * Whether a room of that name exists already, asked while the person still types. An answer that
 * does not come is no obstacle: creating the room asks again.
 */
export function useIsNameTaken(roomName: string): boolean {
  const name = roomName.trim();
  const { data } = useQuery({
    queryKey: ["name", name],
    queryFn: async ({ signal }) => {
      await pause(TYPING_MS, signal);
      const free = await isNameFree(name, signal);
      return free.ok && !free.value;
    },
    enabled: roomNameProblem(name) === undefined,
    staleTime: 2_000,
    retry: false,
  });
  return data ?? false;
}
