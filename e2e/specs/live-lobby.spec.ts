import { createdRoom, freshTitle } from "../fixtures/rooms.ts";
import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("a room appears, fills and ends in the lobby without a reload", async ({ people, server }) => {
  const watcher = await people.arrives("Watcher");
  await watcher.lobby.open();
  await expect(watcher.page.getByTestId("create-room")).toBeVisible();
  const title = freshTitle();
  const card = watcher.lobby.card(title);
  await expect(card).toHaveCount(0);

  const room = await createdRoom(server, { name: title, capacity: 2 });
  await expect(card).toContainText(words("lobby.seats", { taken: 0, seats: 2 }));
  const alice = await people.joins(room, "Alice");
  await expect(card).toContainText(words("lobby.seats", { taken: 1, seats: 2 }));
  await people.joins(room, "Ben");
  await expect(card).toContainText(words("lobby.fullReason", { seats: 2 }));
  await alice.meeting.leave();
  await expect(card).toContainText(words("lobby.seats", { taken: 1, seats: 2 }));
  await people.all[2]?.meeting.leave();

  await expect(card).toHaveCount(0);
});

test("the newest room stands first", async ({ people, server }) => {
  const older = await createdRoom(server);
  const newer = await createdRoom(server);
  const watcher = await people.arrives("Watcher");

  await watcher.lobby.open();

  await expect(watcher.lobby.cards.nth(0)).toContainText(newer.name);
  await expect(watcher.lobby.cards.nth(1)).toContainText(older.name);
});

test("searching filters while typing and says how many there are", async ({ people, server }) => {
  const word = freshTitle("needle");
  const first = await createdRoom(server, { name: `${word} one` });
  const second = await createdRoom(server, { name: `${word} two` });
  const watcher = await people.arrives("Watcher");
  await watcher.lobby.open();
  const search = watcher.page.getByRole("searchbox");

  await search.fill(word);
  await expect(watcher.lobby.cards).toHaveCount(2);
  await expect(watcher.page.getByText(words("lobby.found_other", { count: 2 }))).toBeVisible();
  await search.fill(`${word} two`);
  await expect(watcher.lobby.cards).toHaveCount(1);

  await expect(watcher.lobby.card(second.name)).toBeVisible();
  await expect(watcher.lobby.card(first.name)).toHaveCount(0);
});

test("a search without a match offers to start that meeting", async ({ people }) => {
  const watcher = await people.arrives("Watcher");
  const title = freshTitle("nobody");
  await watcher.lobby.open();

  await watcher.page.getByRole("searchbox").fill(title);
  await expect(watcher.page.getByText(words("lobby.noMatch", { text: title }))).toBeVisible();
  await watcher.page
    .getByRole("button", { name: words("lobby.startCalled", { text: title }) })
    .click();

  await expect(watcher.page.getByTestId("room-name")).toHaveValue(title);
});

test("all rooms are shown on a page of their own", async ({ people, server }) => {
  const room = await createdRoom(server);
  const watcher = await people.arrives("Watcher");
  await watcher.lobby.open();

  await watcher.page.getByRole("link", { name: /^All meetings/ }).click();

  await expect(watcher.lobby.card(room.name)).toBeVisible();
});
