import { createdRoom } from "../fixtures/rooms.ts";
import { expect, test } from "../fixtures/test.ts";
import { fitsTheWidth } from "../fixtures/width.ts";

const PHONE = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
const FOUR_K = { viewport: { width: 3840, height: 2160 } };

test("a phone of 360 px shows every screen without scrolling sideways", async ({
  people,
  server,
}) => {
  const room = await createdRoom(server, { password: "opensesame" });
  const phone = await people.arrives("Phone", PHONE);
  const { page, lobby, preJoin, meeting, chat } = phone;

  await lobby.open();
  await expect(lobby.card(room.name)).toBeVisible();
  await fitsTheWidth(page);
  await page.getByTestId("create-room").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await fitsTheWidth(page);
  await preJoin.open(room.name, { name: "Phone" });
  await preJoin.seesThemselves();
  await fitsTheWidth(page);
  await preJoin.password.fill(room.password ?? "");
  await preJoin.join.click();
  await phone.isInMeeting();
  await fitsTheWidth(page);
  const ben = await people.joins(room, "Ben");
  await people.joins(room, "Chris");
  await meeting.sees("Ben");
  await meeting.sees("Chris");
  await fitsTheWidth(page);
  for (const control of [meeting.microphone, meeting.camera, meeting.leaveButton]) {
    await expect(control).toBeInViewport({ ratio: 1 });
    const box = await control.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await chat.open();
  await chat.say("from a phone");
  await fitsTheWidth(page);

  await ben.chat.open();
  await expect(ben.chat.message("from a phone")).toBeVisible();
});

test("a phone on its side keeps the controls on the screen", async ({ people, room }) => {
  const phone = await people.joins(room, "Phone", {
    ...PHONE,
    viewport: { width: 640, height: 360 },
  });
  await people.joins(room, "Ben");

  await phone.meeting.sees("Ben");

  await fitsTheWidth(phone.page);
  await expect(phone.meeting.leaveButton).toBeInViewport({ ratio: 1 });
  await expect(phone.meeting.tile("Ben")).toBeInViewport({ ratio: 1 });
});

test("a 4K screen is filled by the people, not by emptiness", async ({ people, room }) => {
  const wide = await people.joins(room, "Wide", FOUR_K);
  await people.joins(room, "Ben");

  await wide.meeting.sees("Ben");

  const box = await wide.meeting.tile("Ben").boundingBox();
  expect((box?.width ?? 0) * (box?.height ?? 0)).toBeGreaterThan(0.5 * 3840 * 2160);
  await fitsTheWidth(wide.page);
  await expect(wide.meeting.leaveButton).toBeInViewport({ ratio: 1 });
});
