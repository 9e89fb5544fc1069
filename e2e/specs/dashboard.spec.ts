import { Dashboard, OPERATOR, WITH_DASHBOARD } from "../fixtures/dashboard.ts";
import type { Arrival, People } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test.use({ properties: WITH_DASHBOARD });

let addresses = 0;

/** Somebody at the dashboard, from an address of their own: logins are limited by it. */
async function olga(people: People, arrival: Arrival = {}): Promise<Dashboard> {
  addresses += 1;
  const { page } = await people.arrives("Olga", {
    extraHTTPHeaders: { "X-Forwarded-For": `203.0.113.${addresses}` },
    timezoneId: "Asia/Seoul",
    ...arrival,
  });
  const dashboard = new Dashboard(page);
  await dashboard.open();
  return dashboard;
}

test("a wrong password is refused, the right one opens the numbers", async ({ people }) => {
  const dashboard = await olga(people);
  const { page } = dashboard;

  await dashboard.logIn("not the password");
  await expect(page.getByRole("alert")).toHaveText(words("dashboard.wrong"));
  await dashboard.logIn(OPERATOR.password);
  await expect(dashboard.chart("now")).toBeVisible();
  await page.reload();
  await expect(dashboard.chart("now")).toBeVisible();
  await page.getByTestId("log-out").click();

  await expect(page.getByTestId("log-in")).toBeVisible();
});

test("after too many attempts the page says when the next one may come", async ({ people }) => {
  const dashboard = await olga(people);
  for (let guess = 0; guess < 4; guess += 1) {
    await dashboard.logIn("not the password");
    await expect(dashboard.page.getByRole("alert")).toHaveText(words("dashboard.wrong"));
  }

  await dashboard.logIn(OPERATOR.password);

  const sentence = words("error.rateLimited", { time: "15 minutes" });
  await expect(dashboard.page.getByRole("alert")).toHaveText(sentence);
});
