import { receptionOf } from "../fixtures/probe.ts";
import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("a shared screen arrives beside the face and goes when sharing stops", async ({
  pair: { alice, ben },
}) => {
  await ben.meeting.screen.click();
  await alice.meeting.seesScreenOf("Ben");
  await alice.meeting.sees("Ben");
  await alice.meeting.hears("Ben");
  const screen = await receptionOf(alice.meeting.screenOf("Ben").locator("video"));
  await ben.meeting.screen.click();

  expect(screen.width / screen.height).toBeCloseTo(1280 / 720, 1);
  await expect(alice.meeting.screenOf("Ben")).toHaveCount(0);
  await expect(alice.meeting.tile("Ben")).not.toContainText(words("tile.sharing"));
  await alice.meeting.sees("Ben");
});

test("the screen becomes the large tile by itself", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");
  await alice.meeting.sees("Ben");

  await ben.meeting.screen.click();
  await alice.meeting.seesScreenOf("Ben");

  const screen = await alice.meeting.screenOf("Ben").boundingBox();
  const face = await alice.meeting.tile("Ben").boundingBox();
  expect(screen?.width ?? 0).toBeGreaterThan((face?.width ?? 0) * 1.5);
});

test("someone who joins during a share gets the screen, the face and the sound", async ({
  people,
  room,
}) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");
  await ben.meeting.screen.click();
  await alice.meeting.seesScreenOf("Ben");

  const chris = await people.joins(room, "Chris");

  await chris.meeting.seesScreenOf("Ben");
  await chris.meets(ben, alice);
});

test("a sharer who leaves takes the screen along", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");
  await ben.meeting.screen.click();
  await alice.meeting.seesScreenOf("Ben");

  await ben.meeting.leave();

  await expect(alice.meeting.screenOf("Ben")).toHaveCount(0);
  await expect(alice.meeting.tiles).toHaveCount(1);
});
