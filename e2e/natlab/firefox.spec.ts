import type { Browser } from "puppeteer-core";
import { test } from "../fixtures/test.ts";
import { hasFirefox, joinWithFirefox, openFirefox, seesTheOther } from "./firefox.ts";

test.skip(() => !hasFirefox(), "SKIPPED: install Debian's firefox-esr to see two browsers meet");

let firefox: Browser;

test.beforeAll(async () => {
  firefox = await openFirefox();
});

test.afterAll(() => firefox.close());

test("Firefox joins a Chromium user, they see and hear each other", async ({
  people,
  room,
  server,
}) => {
  const ann = await people.joins(room, "Ann");

  const fox = await joinWithFirefox(firefox, {
    origin: server.origin,
    room: room.name,
    name: "Fox",
  });

  await ann.meeting.sees("Fox");
  await ann.meeting.hears("Fox");
  await seesTheOther(fox);
  await fox.close();
});

test("Chromium joins a Firefox user, they see and hear each other", async ({
  people,
  room,
  server,
}) => {
  const fox = await joinWithFirefox(firefox, {
    origin: server.origin,
    room: room.name,
    name: "Fox",
  });

  const ann = await people.joins(room, "Ann");

  await ann.meeting.sees("Fox");
  await ann.meeting.hears("Fox");
  await seesTheOther(fox);
  await fox.close();
});
