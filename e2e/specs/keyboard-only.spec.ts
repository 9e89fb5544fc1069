import type { Locator, Page } from "@playwright/test";
import { freshTitle } from "../fixtures/rooms.ts";
import { expect, test } from "../fixtures/test.ts";

/** More controls than any screen has. */
const MOST_STEPS = 60;

test("a whole meeting works by keyboard alone", async ({ people }) => {
  const host = await people.arrives("Host");
  const { page, lobby, preJoin, meeting, chat } = host;
  const title = freshTitle();
  await lobby.open();

  await tabTo(page, page.getByTestId("create-room"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByTestId("room-name"));
  await page.keyboard.type(title);
  await tabTo(page, page.getByTestId("nickname"));
  await page.keyboard.type(host.name);
  await page.keyboard.press("Enter");
  await expect(preJoin.join).toBeVisible();
  await tabTo(page, preJoin.join);
  await page.keyboard.press("Enter");
  await expect(meeting.ownTile).toBeVisible();
  const ben = await people.joins({ name: title }, "Ben");

  await tabTo(page, meeting.microphone);
  await page.keyboard.press("Enter");
  await expect(ben.meeting.tile("Host")).toContainText("muted");
  await tabTo(page, meeting.camera);
  await page.keyboard.press("Space");
  await expect(ben.meeting.tile("Host")).toContainText("camera off");
  await chat.open();
  await ben.chat.open();
  await tabTo(page, chat.input);
  await page.keyboard.type("by keyboard");
  await page.keyboard.press("Enter");
  await expect(ben.chat.message("by keyboard")).toBeVisible();
  await tabTo(page, meeting.leaveButton);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("leave-stay")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(meeting.ownTile).toBeVisible();
  await expect(meeting.leaveButton).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByTestId("leave-confirm"));
  await page.keyboard.press("Enter");

  await expect(meeting.tiles).toHaveCount(0);
  await expect(ben.meeting.tiles).toHaveCount(1);
});

test("a tile is enlarged and brought back by keyboard", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  await people.joins(room, "Ben");
  await people.joins(room, "Chris");
  const tile = alice.meeting.tile("Ben");
  const before = (await tile.boundingBox())?.width ?? 0;

  await tabTo(alice.page, tile.getByRole("button").first());
  await alice.page.keyboard.press("Enter");
  await expect.poll(async () => (await tile.boundingBox())?.width).toBeGreaterThan(before * 1.2);
  await alice.page.keyboard.press("Escape");

  await expect.poll(async () => (await tile.boundingBox())?.width).toBeCloseTo(before, 0);
});

/** Presses Tab until that control has the focus, and checks that the focus can be seen. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      await expect(control).toHaveCSS("outline-style", "solid");
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(control)} is not reached by Tab`);
}
