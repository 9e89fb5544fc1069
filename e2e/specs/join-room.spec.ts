import { createdRoom, freshTitle } from "../fixtures/rooms.ts";
import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("a link leads to the preview, with the name filled in, and Enter joins", async ({
  people,
  room,
}) => {
  const guest = await people.arrives("Guest");

  await guest.preJoin.open(room.name, { name: "Guest" });
  await guest.preJoin.seesThemselves();
  await expect(guest.preJoin.nickname).toHaveValue("Guest");
  await expect(guest.preJoin.password).toHaveCount(0);
  await guest.preJoin.nickname.press("Enter");

  await guest.isInMeeting();
});

test("the preview says who many are there already", async ({ people, room }) => {
  await people.joins(room, "Alice");
  const guest = await people.arrives("Guest");

  await guest.preJoin.open(room.name);

  await expect(
    guest.page.getByText(words("prejoin.here_one", { count: 1, seats: 4 })),
  ).toBeVisible();
});

test("nobody joins without a nickname", async ({ people, room }) => {
  const guest = await people.arrives("Guest");

  await guest.preJoin.open(room.name);
  await guest.preJoin.nickname.fill("  ");
  await guest.preJoin.join.click();

  await expect(guest.preJoin.nickname).toHaveAccessibleDescription(words("error.nicknameMissing"));
});

test("a link to a room that ended says so and offers to start it", async ({ people }) => {
  const guest = await people.arrives("Guest");
  const name = freshTitle();

  await guest.page.goto(`/r/${encodeURIComponent(name)}?name=Guest`);

  await expect(guest.page.getByText(words("prejoin.goneTitle", { name }))).toBeVisible();
});

test("a room is entered from its card in the lobby", async ({ people, server }) => {
  const { name } = await createdRoom(server, { name: freshTitle("Study/group? #1 100%") });
  const guest = await people.arrives("Guest");

  await guest.lobby.open();
  await guest.lobby.card(name).click();
  await guest.preJoin.nickname.fill(guest.name);
  await guest.preJoin.join.click();

  await guest.isInMeeting();
});
