import { expect, test } from "../fixtures/test.ts";
import { connectionsOf, watchGaps } from "../fixtures/probe.ts";
import { words } from "../fixtures/words.ts";
import type { Person } from "../fixtures/person.ts";

test("a reload keeps the person in: the same tile, no ghost beside it", async ({
  pair: { alice, ben },
}) => {
  const sid = await alice.meeting.sidOf("Ben");

  await ben.page.reload();
  await ben.isInMeeting();
  await ben.meets(alice);
  await alice.meets(ben);

  expect(await alice.meeting.sidOf("Ben")).toBe(sid);
  await expect(ben.meeting.ownTile).toHaveAttribute("data-sid", sid);
  await expect(alice.meeting.tiles).toHaveCount(2);
  await expect(ben.meeting.tiles).toHaveCount(2);
});

test("a reload during a share lets the person see the screen again", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");
  await alice.meeting.screen.click();
  await ben.meeting.seesScreenOf("Alice");

  await ben.page.reload();

  await ben.isInMeeting();
  await ben.meeting.seesScreenOf("Alice");
});

test("a closed tab is gone within seconds", async ({ pair: { alice, ben } }) => {
  await ben.page.close({ runBeforeUnload: true });

  await expect(alice.meeting.tiles).toHaveCount(1, { timeout: 6_000 });
});

test("a browser that dies leaves no ghost", async ({ pair: { alice, ben } }) => {
  await crash(ben);

  await expect(alice.meeting.tiles).toHaveCount(1, { timeout: 20_000 });
});

test.describe("when the server dies", () => {
  test.use({ ownServer: true });

  test("the call goes on, and everybody is back on the roster after", async ({
    people,
    room,
    server,
    pair: { alice, ben },
  }) => {
    test.setTimeout(120_000);
    await ben.meets(alice);
    const sid = await alice.meeting.sidOf("Ben");
    const connections = await Promise.all([alice, ben].map(({ page }) => connectionsOf(page)));
    const watch = await watchGaps(alice.meeting.tile("Ben").locator("video"));

    await server.kill();
    await expect(alice.page.getByText(words("banner.serverAway"))).toBeVisible();
    await alice.meets(ben);
    await ben.meets(alice);
    await server.startAgain();
    await expect(alice.page.getByText(words("banner.serverAway"))).toHaveCount(0);
    await expect(ben.page.getByText(words("banner.serverAway"))).toHaveCount(0);
    await alice.chat.open();
    await ben.chat.open();
    await alice.chat.say("still here");
    await expect(ben.chat.message("still here")).toBeVisible();
    await ben.chat.say("me too", "Alice");
    await expect(alice.chat.message("me too")).toBeVisible();

    const longestGap = await watch.stop();
    expect(longestGap, "milliseconds without a new frame").toBeLessThan(2_000);
    expect(
      await Promise.all([alice, ben].map(({ page }) => connectionsOf(page))),
      "no connection was closed or made anew",
    ).toEqual(connections);
    await expect(alice.meeting.tiles).toHaveCount(2);
    await expect(ben.meeting.tiles).toHaveCount(2);
    expect(await alice.meeting.sidOf("Ben")).toBe(sid);
    await people.joins(room, "Chris").then((chris) => chris.meets(alice, ben));
  });

  test("whoever does not come back leaves no ghost", async ({
    people,
    room,
    server,
    pair: { alice, ben },
  }) => {
    test.setTimeout(120_000);

    await server.kill();
    await crash(ben);
    await server.startAgain();

    await expect(alice.meeting.tiles).toHaveCount(1, { timeout: 30_000 });
    const chris = await people.joins(room, "Chris");
    await expect(chris.meeting.tiles).toHaveCount(2);
  });
});

/** Ends the renderer as a crash would: no beacon, no close frame. */
async function crash(person: Person): Promise<void> {
  const browser = await person.context.newCDPSession(person.page);
  const crashed = person.page.waitForEvent("crash");
  // Never answers: the renderer that should answer is gone.
  void browser.send("Page.crash").catch(() => undefined);
  await crashed;
  await person.page.close();
}
