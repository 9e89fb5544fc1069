import type { Reception } from "../fixtures/probe.ts";
import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("who mutes is shown as muted and sends no sound, and is heard again after", async ({
  pair: { alice, ben },
}) => {
  await ben.meeting.microphone.click();
  await expect(alice.meeting.tile("Ben")).toContainText(words("tile.muted"));
  await expect.poll(() => isSilent(() => alice.meeting.receptionOf("Ben"))).toBe(true);
  await alice.meeting.sees("Ben");
  await ben.meeting.microphone.click();

  await expect(alice.meeting.tile("Ben")).not.toContainText(words("tile.muted"));
  await alice.meeting.hears("Ben");
});

test("who turns the camera off sends no picture, and is seen again after", async ({
  pair: { alice, ben },
}) => {
  await ben.meeting.camera.click();
  await expect(alice.meeting.tile("Ben")).toContainText(words("tile.cameraOff"));
  await alice.meeting.hears("Ben");
  await ben.meeting.camera.click();

  await expect(alice.meeting.tile("Ben")).not.toContainText(words("tile.cameraOff"));
  await alice.meeting.sees("Ben");
});

test("what is off before joining is off in the meeting", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.arrives("Ben");

  await ben.preJoin.open(room.name, { name: "Ben" });
  await ben.page.getByTestId("toggle-microphone").click();
  await ben.page.getByTestId("toggle-camera").click();
  await ben.preJoin.join.click();

  const tile = alice.meeting.tile("Ben");
  await expect(tile).toContainText(words("tile.muted"));
  await expect(tile).toContainText(words("tile.cameraOff"));
});

test("someone who joins later knows who is muted and whose camera is off", async ({
  people,
  room,
}) => {
  const alice = await people.joins(room, "Alice");
  await alice.meeting.microphone.click();
  await alice.meeting.camera.click();

  const ben = await people.joins(room, "Ben");

  await expect(ben.meeting.tile("Alice")).toContainText(words("tile.muted"));
  await expect(ben.meeting.tile("Alice")).toContainText(words("tile.cameraOff"));
});

/** Whether no sound came in between two looks that lie more than a beep of the fake device apart. */
async function isSilent(look: () => Promise<Reception>): Promise<boolean> {
  const before = await look();
  let after = before;
  while (after.at < before.at + 1_200) after = await look();
  return after.audioEnergy - before.audioEnergy < 1e-6;
}
