import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { fakeLink } from "../testing/fake-link.ts";
import { parsedRoom } from "../testing/fake-server.ts";
import { followRooms, roomKey } from "./live-rooms.ts";

test("news of another room does not pass for an answer about this one", async () => {
  const queries = new QueryClient();
  const { link, tell } = fakeLink();
  followRooms(link, queries);
  const key = roomKey("Study group");
  queries.setQueryData(key, parsedRoom());
  await queries.invalidateQueries({ queryKey: key });

  tell({ roomId: "room-2", kind: "ended" });
  const before = queries.getQueryState(key)?.isInvalidated;
  tell({ roomId: "room-1", kind: "changed", room: parsedRoom({ roomEnterUser: 3 }) });

  expect([before, queries.getQueryState(key)?.isInvalidated]).toEqual([true, false]);
  expect(queries.getQueryData(key)).toEqual(parsedRoom({ roomEnterUser: 3 }));
});
