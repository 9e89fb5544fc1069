import { expect, test } from "../fixtures/cluster-test.ts";
import { OfficialClient } from "../fixtures/official-client.ts";
import { freshTitle } from "../fixtures/rooms.ts";

const ROOMS = 100;
const LINE_EVERY_MS = 1_000;

interface Pair {
  readonly speaker: OfficialClient;
  readonly listener: OfficialClient;
}

test("a rolling restart loses no member and no line that was acknowledged", async ({ cluster }) => {
  test.setTimeout(300_000);
  const stem = freshTitle("Restart");
  const pairs = await Promise.all(
    Array.from({ length: ROOMS }, (_, i) => meet(cluster.origin, `${stem} ${i}`)),
  );
  const everybody = pairs.flatMap(({ speaker, listener }) => [speaker, listener]);
  const sids = everybody.map(({ sid }) => sid);
  const talks = pairs.map(({ speaker }) => keepTalking(speaker));

  for (const node of cluster.nodes) {
    const began = performance.now();
    await node.terminate();
    expect(performance.now() - began, "milliseconds to end").toBeLessThan(20_000);
    await node.startAgain();
  }

  const acknowledged = await Promise.all(talks.map((talk) => talk.stop()));
  for (const [i, { listener }] of pairs.entries()) {
    const heard = (): string[] => listener.lines.map(({ text }) => text);
    await expect.poll(heard).toEqual(expect.arrayContaining(acknowledged[i] ?? []));
    expect(new Set(heard()).size, "nothing is doubled").toBe(heard().length);
  }
  expect(acknowledged.flat().length).toBeGreaterThan(ROOMS);
  expect(everybody.flatMap(({ gone }) => gone)).toEqual([]);
  expect(everybody.map(({ sid }) => sid)).toEqual(sids);
  expect(await seats(cluster.origin, stem)).toEqual(Array.from({ length: ROOMS }, () => 2));
  everybody.forEach((client) => client.close());
});

/** One after the other, so that the proxy sends them to different nodes. */
async function meet(origin: string, room: string): Promise<Pair> {
  const speaker = await OfficialClient.joins(origin, room, "ann");
  const listener = await OfficialClient.joins(origin, room, "ben");
  return { speaker, listener };
}

/** Says something again and again; `stop` answers what the server took of it. */
function keepTalking(speaker: OfficialClient): { stop: () => Promise<string[]> } {
  const taken: string[] = [];
  const saying: Promise<void>[] = [];
  let count = 0;
  const timer = setInterval(() => {
    const text = `line ${count++}`;
    saying.push(
      speaker.say(text).then((accepted) => {
        if (accepted) taken.push(text);
      }),
    );
  }, LINE_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(saying);
      return taken;
    },
  };
}

async function seats(origin: string, stem: string): Promise<number[]> {
  const answer = await fetch(`${origin}/room/${encodeURIComponent(stem)}?size=500`);
  const rooms: { roomEnterUser: number }[] = await answer.json();
  return rooms.map(({ roomEnterUser }) => roomEnterUser);
}
