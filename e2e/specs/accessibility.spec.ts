import { objections } from "../fixtures/axe.ts";
import { createdRoom } from "../fixtures/rooms.ts";
import { expect, test } from "../fixtures/test.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test("lobby and its dialog have nothing axe objects to", async ({ people, server }) => {
      await createdRoom(server);
      const { page, lobby } = await people.arrives("Guest", { colorScheme });

      await lobby.open();
      await expect(lobby.cards.first()).toBeVisible();
      expect(await objections(page)).toEqual([]);
      await page.getByTestId("create-room").click();
      await page.getByRole("dialog").getByTestId("create-room").click();
      await expect(page.getByTestId("room-name")).toHaveAttribute("aria-invalid", "true");
      expect(await objections(page)).toEqual([]);
    });

    test("the preview page has nothing axe objects to", async ({ people, server }) => {
      const room = await createdRoom(server, { password: "opensesame" });
      const guest = await people.arrives("Guest", { colorScheme });

      await guest.preJoin.open(room.name);
      await guest.preJoin.seesThemselves();

      expect(await objections(guest.page)).toEqual([]);
    });

    test("the meeting has nothing axe objects to", async ({ people, room }) => {
      const alice = await people.joins(room, "Alice", { colorScheme });
      expect(await objections(alice.page), "alone").toEqual([]);

      const ben = await people.joins(room, "Ben");
      await people.joins(room, "Chris");
      await ben.meeting.microphone.click();
      await ben.meeting.camera.click();
      await alice.chat.open();
      await alice.chat.say("to the room");
      await alice.chat.say("to one", "Ben");
      await expect(alice.chat.message("to one")).toBeVisible();
      expect(await objections(alice.page), "with others and chat").toEqual([]);
      await alice.meeting.leaveButton.click();

      expect(await objections(alice.page), "the leave question").toEqual([]);
    });
  });
}
