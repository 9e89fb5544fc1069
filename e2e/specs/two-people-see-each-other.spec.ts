import { expect, test } from "../fixtures/test.ts";

test("two people see and hear each other", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");

  await alice.meets(ben);
  await ben.meets(alice);

  await expect(alice.meeting.tile("Ben")).toHaveAttribute("data-state", "connected");
  await expect(ben.meeting.tile("Alice")).toHaveAttribute("data-state", "connected");
});

test("the ids that others see are not the ids of connections", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");

  const sid = await alice.meeting.sidOf("Ben");

  expect(sid).toMatch(/^[\w-]{22,}$/);
  await expect(ben.meeting.ownTile).toHaveAttribute("data-sid", sid);
});
