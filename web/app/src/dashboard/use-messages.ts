import { useInfiniteQuery } from "@tanstack/react-query";
import type { RoomMessage } from "@eyestalk/protocol";
import { messagesOf } from "./dashboard-api.ts";
import type { HttpProblem } from "../lib/http.ts";

/** As many as one answer has at most. */
const PAGE = 100;

export interface Messages {
  /** Newest first; undefined until the first answer. */
  readonly messages: readonly RoomMessage[] | undefined;
  readonly problem: HttpProblem | undefined;
  /** Fetches older ones; none when there are no more. */
  readonly more: (() => void) | undefined;
}

/** What was said in a room, as the server has it. */
export function useMessages(room: string): Messages {
  const asked = useInfiniteQuery({
    queryKey: ["dashboard", "messages", room],
    queryFn: ({ pageParam, signal }) => messagesOf({ room, before: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) =>
      last.ok && last.value.length === PAGE ? last.value.at(-1)?.id : undefined,
  });
  const pages = asked.data?.pages;
  const failed = pages?.find((page) => !page.ok);
  return {
    messages: pages?.flatMap((page) => (page.ok ? page.value : [])),
    problem: failed?.ok === false ? failed.problem : undefined,
    more: asked.hasNextPage ? () => void asked.fetchNextPage() : undefined,
  };
}
