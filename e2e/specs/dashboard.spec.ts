import type { Locator } from "@playwright/test";
import { readFileSync } from "node:fs";
import { objections } from "../fixtures/axe.ts";
import { atTheDashboard, ATTEMPTS, test } from "../fixtures/dashboard.ts";
import { createdRoom } from "../fixtures/rooms.ts";
import type { Server } from "../fixtures/server.ts";
import { expect } from "../fixtures/test.ts";
import { fitsTheWidth } from "../fixtures/width.ts";
import { koreanWords, words } from "../fixtures/words.ts";

const SAID = "안녕하세요 <b>all</b>";
const PHONE = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };

test("a wrong password is refused, the right one opens the numbers", async ({ people }) => {
  const dashboard = await atTheDashboard(people);
  const { page } = dashboard;

  await dashboard.logIn("not the password");
  await expect(page.getByRole("alert")).toHaveText(words("dashboard.wrong"));
  await dashboard.logIn();
  await expect(dashboard.chart("now")).toBeVisible();
  await page.reload();
  await expect(dashboard.chart("now")).toBeVisible();
  await page.getByTestId("log-out").click();

  await expect(page.getByTestId("log-in")).toBeVisible();
});

test("after too many attempts the page says when the next one may come", async ({ people }) => {
  const dashboard = await atTheDashboard(people);
  const alert = dashboard.page.getByRole("alert");
  for (let guess = 0; guess < ATTEMPTS; guess += 1) {
    const answered = dashboard.page.waitForResponse("**/dashboard/api/login");
    await dashboard.logIn("not the password");
    await answered;
    await expect(alert).toHaveText(words("dashboard.wrong"));
  }

  await dashboard.logIn();

  await expect(alert).toHaveText(words("error.rateLimited", { time: "15 minutes" }));
});

test("every chart shows what happened, and a key what was said", async ({
  people,
  server,
  room,
  operatorKey,
}) => {
  const alice = await people.arrives("Alice");
  await alice.page.goto("/check");
  await alice.page.getByTestId("reports").uncheck();
  await alice.joins(room);
  const ben = await people.joins(room, "Ben");
  await ben.chat.open();
  await ben.chat.say(SAID);
  await expect(ben.chat.message("all")).toHaveAttribute("data-kind", "room");
  await report(server, { kind: "failure", failure: "no-answer" });
  const dashboard = await atTheDashboard(people);
  const { page } = dashboard;
  const posted: string[] = [];
  page.on("request", (request) => posted.push(request.postData() ?? ""));
  await dashboard.logIn();

  await test.step("the charts", async () => {
    await expect(page.getByTestId("now-rooms")).toHaveText("1");
    await expect(page.getByTestId("now-members")).toHaveText("2");
    await expect(page.getByTestId("now-nodes")).toHaveText("1");
    await expect(dashboard.chart("rooms-per-hour")).toContainText(/^Rooms.*24 hours.*CSV1/);
    await expect(dashboard.chart("rooms-today").getByRole("figure")).toHaveAccessibleName(/: 1$/);
    await expect(dashboard.chart("people-today").getByRole("figure")).toHaveAccessibleName(/: 2$/);
    await expect(countOf(dashboard.chart("messages-per-room"), room.name)).toHaveText("1");
    await expect(page.getByTestId("share-direct")).toHaveText("100% (1)");
    await expect(page.getByTestId("share-relay")).toHaveText("0% (0)");
    await expect(dashboard.chart("join-times").getByRole("figure")).toBeVisible();
    const reason = words("dashboard.failure.no-answer");
    await expect(countOf(dashboard.chart("failures"), reason)).toHaveText("1");
  });

  await test.step("their files", async () => {
    expect(await dashboard.csv("now")).toMatch(/^time,rooms,members,nodes\r\n.*\+09:00,1,2,1\r\n$/);
    for (const chart of ["rooms-per-hour", "rooms-today"]) {
      expect(await dashboard.csv(chart)).toMatch(/^hour,rooms\r\n[^]*\+09:00,1\r\n$/);
    }
    expect(await dashboard.csv("people-today")).toMatch(/^hour,people\r\n[^]*\+09:00,2\r\n$/);
    expect(await dashboard.csv("messages-per-room")).toContain(`${room.name},1\r\n`);
    expect(await dashboard.csv("join-times")).toMatch(/\+09:00,1,\d+,\d+\r\n$/);
    expect(await dashboard.csv("paths")).toBe("path,reports\r\ndirect,1\r\nrelay,0\r\n");
    expect(await dashboard.csv("failures")).toBe("reason,reports\r\nno-answer,1\r\n");
  });

  await test.step("what was said", async () => {
    const messages = dashboard.chart("messages");
    const key = { name: "key.pem", mimeType: "", buffer: Buffer.from(operatorKey.privatePem) };
    await rowOf(dashboard.chart("messages-per-room"), room.name).getByRole("button").click();
    await expect(messages.getByRole("listitem")).toContainText("Encrypted for the key");
    await messages.getByTestId("private-key").setInputFiles({ ...key, buffer: Buffer.from("no") });
    await expect(messages).toContainText(words("dashboard.keyUnreadable"));
    await messages.getByTestId("private-key").setInputFiles(key);
    await expect(messages.getByRole("listitem")).toContainText(SAID);
    const file = page.waitForEvent("download");
    await messages.getByTestId("messages-csv").click();
    expect(readFileSync(await (await file).path(), "utf8")).toContain(`,Ben,${SAID}\r\n`);
  });

  expect(posted.filter((body) => body.includes("PRIVATE") || body.includes(SAID))).toEqual([]);
  expect(server.log).not.toContain(SAID);
  expect(ben.requests.filter((url) => url.endsWith("/api/reports")).length).toBeGreaterThan(0);
  expect(alice.requests.filter((url) => url.endsWith("/api/reports"))).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a phone of 360 px shows it all, in Korean, ${colorScheme}, and axe objects to nothing`, async ({
    people,
    server,
  }) => {
    await createdRoom(server);
    await report(server, { kind: "join-time", joinMs: 400 });
    await report(server, { kind: "path", path: "relay" });
    await report(server, { kind: "failure", failure: "relay-unreachable" });
    const dashboard = await atTheDashboard(people, { ...PHONE, colorScheme, locale: "ko-KR" });
    const { page } = dashboard;
    await expect(page.getByTestId("log-in")).toHaveText(koreanWords("dashboard.login"));
    await fitsTheWidth(page);
    expect(await objections(page), "the login").toEqual([]);

    await dashboard.logIn();
    await expect(dashboard.chart("failures")).toContainText(
      koreanWords("dashboard.failure.relay-unreachable"),
    );
    await dashboard
      .chart("rooms-today")
      .getByText(koreanWords("dashboard.table"), { exact: true })
      .click();

    await expect(dashboard.chart("rooms-today").getByRole("table").last()).toBeVisible();
    await fitsTheWidth(page);
    expect(await objections(page), "the numbers").toEqual([]);
  });
}

test("times are those of the zone that was chosen, also on the next visit", async ({ people }) => {
  const dashboard = await atTheDashboard(people);
  await dashboard.logIn();
  const zone = dashboard.page.getByRole("combobox", { name: words("dashboard.zone") });

  await zone.selectOption("Asia/Tehran");
  await dashboard.page.reload();

  await expect(zone).toHaveValue("Asia/Tehran");
  expect(await dashboard.csv("rooms-today")).toMatch(/T00:00:00\+03:30/);
});

test("the page says that the server is away, and goes on by itself", async ({ people }) => {
  const dashboard = await atTheDashboard(people);
  const { page } = dashboard;
  await dashboard.logIn();
  await expect(dashboard.chart("now")).toBeVisible();

  await page.context().setOffline(true);
  await expect(page.getByRole("alert")).toContainText("The server does not answer.");
  await page.context().setOffline(false);

  await expect(page.getByRole("alert")).toHaveCount(0);
});

function rowOf(chart: Locator, name: string): Locator {
  return chart.getByRole("row").filter({ hasText: name });
}

function countOf(chart: Locator, name: string): Locator {
  return rowOf(chart, name).getByRole("cell");
}

async function report(server: Server, body: object): Promise<void> {
  const answer = await fetch(`${server.origin}/api/reports`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...body, browser: "firefox" }),
  });
  expect(answer.status).toBe(204);
}
