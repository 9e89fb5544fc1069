import { setTimeout as pause } from "node:timers/promises";
import type { Person } from "../fixtures/person.ts";
import { connectionsOf } from "../fixtures/probe.ts";
import { words } from "../fixtures/words.ts";
import { record } from "./figures.ts";
import { expect, test } from "./network-test.ts";
import { flow, type Look, looks, watch } from "./pictures.ts";

/** Gaps are compared over stretches of the same length: with the server, then four times without. */
const STRETCH_MS = 15_000;
const STRETCHES_AWAY = 4;
/** No repair takes as long as this, and none is due. Figures and goals are recorded beside it. */
const BROKEN_MS = 5_000;
/** After this the server would have thrown out whoever it thinks away. */
const GRACE_MS = 12_000;

test("a call of four runs on while the server is dead for a minute", async ({ party, server }) => {
  test.setTimeout(420_000);
  const { room, people } = await party.meets("Ann", "Ben", "Carol", "Dan");
  const [ann, ben, carol] = [party.person("Ann"), party.person("Ben"), party.person("Carol")];
  const all = looks(people);
  await flow(all);
  const made = await connectionsMade(people);
  const quiet = await longestGap(all);

  const gaps = repeat(STRETCHES_AWAY, () => longestGap(all));
  await server.kill();
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
  const away = await gaps;

  await server.startAgain();
  const back = performance.now();
  await Promise.all(people.map(rosterIsRight));
  const roster = performance.now() - back;
  await expect.poll(() => seatsTaken(ann, room.name), { intervals: [50] }).toBe(4);
  await pause(GRACE_MS);

  record({ what: "quiet call of four, longest gap in 15 s", values: [quiet] });
  record({ what: "server dead for 60 s, the same", values: away, goal: "as quiet" });
  record({ what: "server back to roster right", values: [roster], goal: "3000 ms" });
  await Promise.all(people.map(rosterIsRight));
  expect(await seatsTaken(ann, room.name)).toBe(4);
  await flow(all);
  expect(Math.max(...away)).toBeLessThan(BROKEN_MS);
  expect(await connectionsMade(people)).toEqual(made);
});

/** The longest time any of these pictures stood still during one stretch. */
async function longestGap(watched: readonly Look[]): Promise<number> {
  const stop = await watch(watched);
  await pause(STRETCH_MS);
  return Math.max(...(await stop()).map(({ ms }) => ms));
}

async function repeat<T>(times: number, step: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < times; round++) results.push(await step());
  return results;
}

/** Connections each of them has made so far: a link that was built anew counts twice. */
function connectionsMade(people: readonly Person[]): Promise<number[]> {
  return Promise.all(people.map(async ({ page }) => (await connectionsOf(page)).made));
}

/** Four tiles, all connected, and no word about an absent server. Looked at with every frame. */
async function rosterIsRight({ page }: Person): Promise<void> {
  await page.waitForFunction(
    (away) => {
      const tiles = [...document.querySelectorAll<HTMLElement>('[data-testid="tile"]')];
      const areWell = tiles.every(({ dataset }) => dataset["state"] === "connected");
      return tiles.length === 4 && areWell && !document.body.innerText.includes(away);
    },
    words("banner.serverAway"),
    { timeout: 20_000 },
  );
}

/** What the server says to somebody who looks from outside. */
function seatsTaken({ page }: Person, name: string): Promise<number> {
  return page.evaluate(async (roomName) => {
    const answer = await fetch(`/room/${encodeURIComponent(roomName)}`);
    const rooms: { roomEnterUser: number }[] = await answer.json();
    return rooms[0]?.roomEnterUser ?? 0;
  }, name);
}
