import { expect, test } from "../fixtures/test.ts";
import { koreanWords, words } from "../fixtures/words.ts";

test("a Korean browser gets Korean, on every screen", async ({ people, room }) => {
  const hana = await people.arrives("하나", { locale: "ko-KR" });
  const { page, lobby } = hana;

  await lobby.open();
  await expect(page.getByText(koreanWords("lobby.headline"))).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await hana.preJoin.open(room.name, { name: "하나" });
  await expect(hana.preJoin.join).toHaveText(koreanWords("prejoin.join"));
  await hana.preJoin.join.click();
  await hana.isInMeeting();
  await hana.meeting.leaveButton.click();

  await expect(page.getByTestId("leave-stay")).toHaveText(koreanWords("leave.stay"));
  await expect(page.getByTestId("leave-confirm")).toHaveText(koreanWords("leave.leave"));
});

test("?lang= wins over the browser", async ({ people, room }) => {
  const guest = await people.arrives("Guest", { locale: "ko-KR" });

  await guest.preJoin.open(room.name, { lang: "en" });
  await expect(guest.preJoin.join).toHaveText(words("prejoin.join"));
  await guest.preJoin.open(room.name, { lang: "ko" });

  await expect(guest.preJoin.join).toHaveText(koreanWords("prejoin.join"));
});

test("the language is switched without a reload and kept for the next visit", async ({
  people,
}) => {
  const { page, lobby } = await people.arrives("Guest");
  await lobby.open();

  await page.getByRole("combobox", { name: words("app.language") }).selectOption("ko");
  await expect(page.getByText(koreanWords("lobby.headline"))).toBeVisible();
  await page.reload();

  await expect(page.getByText(koreanWords("lobby.headline"))).toBeVisible();
});
