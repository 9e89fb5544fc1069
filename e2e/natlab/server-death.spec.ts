import { setTimeout as pause } from "node:timers/promises";
import type { Person } from "../fixtures/person.ts";
import { words } from "../fixtures/words.ts";
import { record } from "./figures.ts";
import { expect, test } from "./network-test.ts";
import { flow, type Gap, looks, watch } from "./pictures.ts";

const AWAY_MS = 60_000;
/** How long the quiet call is watched, for comparison. */
const BEFORE_MS = 15_000;
/** A media gap as long as this would be a connection that was built anew. Figures and goals are recorded beside it. */
const BROKEN_MS = 10_000;
/** After this the server would have thrown out whoever it thinks away. */
const GRACE_MS = 12_000;

test("a call of four runs on while the server is dead for a minute", async ({ party, server }) => {
  test.setTimeout(420_000);
  const { room, people } = await party.meets("Ann", "Ben", "Carol", "Dan");
  const [ann, ben, carol] = [party.person("Ann"), party.person("Ben"), party.person("Carol")];
  const all = looks(people);
  await flow(all);
  const before = await watch(all);
  await pause(BEFORE_MS);
  const quiet = longest(await before());

  const during = await watch(all);
  await server.kill();
  const died = performance.now();
  for (const { page } of people)
    await expect(page.getByText(words("banner.serverAway"))).toBeVisible();
  await ann.chat.open();
  await ann.chat.say("Can you still read me?");
  for (const person of people) {
    await person.chat.open();
    await expect(person.chat.message("Can you still read me?")).toHaveCount(1);
  }
  await carol.meeting.screen.click();
  await ben.meeting.seesScreenOf("Carol");
  await carol.meeting.screen.click();
  await pause(Math.max(0, AWAY_MS - (performance.now() - died)));
  const gap = longest(await during());

  await server.startAgain();
  const back = performance.now();
  await Promise.all(people.map(rosterIsRight));
  await expect.poll(() => seatsTaken(ann, room.name), { intervals: [50] }).toBe(4);
  const roster = performance.now() - back;
  await pause(GRACE_MS);

  record({ what: "quiet call of four, longest gap", values: [quiet] });
  record({ what: "server dead for 60 s, longest gap", values: [gap], goal: "as quiet" });
  record({ what: "server back to roster right", values: [roster], goal: "3000 ms" });
  await Promise.all(people.map(rosterIsRight));
  expect(await seatsTaken(ann, room.name)).toBe(4);
  await flow(all);
  expect(gap).toBeLessThan(BROKEN_MS);
});

const longest = (gaps: readonly Gap[]) => Math.max(...gaps.map(({ ms }) => ms));

/** Four tiles, three of them connected, and no word about an absent server. */
async function rosterIsRight({ meeting, page }: Person): Promise<void> {
  await expect(page.getByText(words("banner.serverAway"))).toHaveCount(0, { timeout: 20_000 });
  await expect(meeting.tiles).toHaveCount(4);
  await expect(page.locator('[data-testid="tile"][data-state="connected"]')).toHaveCount(4);
}

/** What the server says to somebody who looks from outside. */
function seatsTaken({ page }: Person, name: string): Promise<number> {
  return page.evaluate(async (roomName) => {
    const answer = await fetch(`/room/${encodeURIComponent(roomName)}`);
    const rooms: { roomEnterUser: number }[] = await answer.json();
    return rooms[0]?.roomEnterUser ?? 0;
  }, name);
}
