import { createdRoom, freshTitle } from "../fixtures/rooms.ts";
import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("a host creates a room and stands in it, with the link to share", async ({ people }) => {
  const host = await people.arrives("Host");
  const name = freshTitle("디자인 회의");

  await host.lobby.open();
  await host.lobby.create({ name, capacity: 3, nickname: host.name });
  await expect(host.page).toHaveURL(new RegExp(`/r/${encodeURIComponent(name)}`));
  await expect(host.preJoin.nickname).toHaveValue(host.name);
  await host.preJoin.join.click();

  await host.isInMeeting();
  await expect(host.page.getByRole("textbox", { name: words("invite.link") })).toHaveValue(
    new RegExp(`/r/${encodeURIComponent(name)}$`),
  );
});

test("a title that exists is refused by name, beside its field", async ({ people, server }) => {
  const { name } = await createdRoom(server);
  const host = await people.arrives("Host");

  await host.lobby.open();
  await host.lobby.create({ name, nickname: host.name });

  const title = host.page.getByRole("dialog").getByTestId("room-name");
  await expect(title).toHaveAccessibleDescription(words("error.roomNameTaken", { name }));
  await expect(host.page).toHaveURL(/\/$/);
});

test("a room without a title is not created", async ({ people }) => {
  const host = await people.arrives("Host");

  await host.lobby.open();
  await host.lobby.create({ name: "   ", nickname: host.name });

  const title = host.page.getByRole("dialog").getByTestId("room-name");
  await expect(title).toHaveAccessibleDescription(words("error.roomNameMissing"));
});

test("the creator of a locked room enters it without typing the password again", async ({
  people,
}) => {
  const host = await people.arrives("Host");
  const guest = await people.arrives("Guest");
  const room = { name: freshTitle(), password: "열려라 참깨" };

  await host.lobby.open();
  await host.lobby.create({ ...room, nickname: host.name });
  await host.preJoin.join.click();
  await host.isInMeeting();
  await guest.joins(room);

  await host.meets(guest);
});
