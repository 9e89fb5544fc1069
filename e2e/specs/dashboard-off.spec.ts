import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("without a password the page says that the dashboard is off", async ({ people }) => {
  const { page } = await people.arrives("Guest");

  await page.goto("/dashboard");

  await expect(page.getByRole("heading")).toHaveText(words("dashboard.offTitle"));
  await expect(page.getByTestId("operator")).toHaveCount(0);
});
