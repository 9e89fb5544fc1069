import type { Locator } from "@playwright/test";
import type { Person } from "../fixtures/person.ts";
import type { People } from "../fixtures/people.ts";
import type { RoomKey } from "../fixtures/person.ts";
import { expect, test } from "../fixtures/test.ts";

test("a click enlarges a video and another click brings everyone back", async ({
  people,
  room,
}) => {
  const alice = await withTwoOthers(people, room);
  const ben = alice.meeting.tile("Ben");
  const before = await areaOf(ben);

  await ben.click();
  await expect.poll(() => areaOf(ben)).toBeGreaterThan(before * 1.5);
  await ben.click();

  await expect.poll(() => areaOf(ben)).toBeLessThan(before * 1.05);
  await alice.meeting.sees("Ben");
});

test("Escape brings everyone back, too", async ({ people, room }) => {
  const alice = await withTwoOthers(people, room);
  const ben = alice.meeting.tile("Ben");
  const before = await areaOf(ben);

  await ben.click();
  await expect.poll(() => areaOf(ben)).toBeGreaterThan(before * 1.5);
  await alice.page.keyboard.press("Escape");

  await expect.poll(() => areaOf(ben)).toBeLessThan(before * 1.05);
});

test("the others stay visible in a strip beside the enlarged one", async ({ people, room }) => {
  const alice = await withTwoOthers(people, room);

  await alice.meeting.tile("Ben").click();

  await expect(alice.meeting.tile("Chris")).toBeInViewport();
  await alice.meeting.sees("Chris");
});

async function withTwoOthers(people: People, room: RoomKey): Promise<Person> {
  const alice = await people.joins(room, "Alice");
  await people.joins(room, "Ben");
  await people.joins(room, "Chris");
  await alice.meeting.sees("Ben");
  await alice.meeting.sees("Chris");
  return alice;
}

async function areaOf(tile: Locator): Promise<number> {
  const box = await tile.boundingBox();
  return box === null ? 0 : box.width * box.height;
}
