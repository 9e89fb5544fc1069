import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("Stay keeps the person in, Leave takes them out at once", async ({ pair: { alice, ben } }) => {
  await ben.meeting.leaveButton.click();
  await expect(ben.page.getByTestId("leave-stay")).toBeFocused();
  await ben.page.getByTestId("leave-stay").click();
  await alice.meets(ben);
  await ben.meeting.leave();

  await expect(ben.page.getByText(words("left.title"))).toBeVisible();
  await expect(alice.meeting.tiles).toHaveCount(1);
});

test("who left may join again with the same name", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");
  await ben.meeting.leave();

  await ben.joins(room);

  await alice.meets(ben);
  await ben.meets(alice);
});

test("the last one out takes the room along", async ({ people, room }) => {
  const watcher = await people.arrives("Watcher");
  await watcher.lobby.open();
  const card = watcher.lobby.card(room.name);
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");
  await expect(card).toContainText(words("lobby.seats", { taken: 2, seats: 4 }));

  await ben.meeting.leave();
  await expect(card).toContainText(words("lobby.seats", { taken: 1, seats: 4 }));
  await alice.meeting.leave();

  await expect(card).toHaveCount(0);
});

test("leaving gives camera and microphone back", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  const live = await alice.page.evaluateHandle(() => {
    const tracks = [...document.querySelectorAll("video")].flatMap(({ srcObject }) =>
      srcObject instanceof MediaStream ? srcObject.getTracks() : [],
    );
    return tracks;
  });

  await alice.meeting.leave();

  await expect
    .poll(() => live.evaluate((tracks) => tracks.map(({ readyState }) => readyState)))
    .not.toContain("live");
});
