import { createdRoom } from "../fixtures/rooms.ts";
import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("a full room refuses the next person, who may come when someone leaves", async ({
  people,
  server,
}) => {
  const room = await createdRoom(server, { capacity: 2 });
  const late = await people.arrives("Late");
  await late.preJoin.open(room.name, { name: "Late" });
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");

  await late.preJoin.join.click();
  await expect(late.page.getByText(words("error.roomFull"))).toBeVisible();
  await expect(late.meeting.ownTile).toHaveCount(0);
  await ben.meeting.leave();
  await late.preJoin.join.click();

  await late.isInMeeting();
  await alice.meets(late);
});

test("a full room stays visible in the lobby, with the reason, and is not a way in", async ({
  people,
  server,
}) => {
  const room = await createdRoom(server, { capacity: 2 });
  await people.joins(room, "Alice");
  await people.joins(room, "Ben");
  const visitor = await people.arrives("Visitor");

  await visitor.lobby.open();

  const card = visitor.lobby.card(room.name);
  await expect(card).toContainText(words("lobby.fullReason", { seats: 2 }));
  await expect(card.getByRole("link")).toHaveCount(0);
});
