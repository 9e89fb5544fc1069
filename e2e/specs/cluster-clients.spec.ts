import { Cluster } from "../fixtures/cluster.ts";
import { expect, test } from "../fixtures/cluster-test.ts";
import { OfficialClient } from "../fixtures/official-client.ts";
import { freshTitle } from "../fixtures/rooms.ts";

test("official clients on three nodes meet in one room, and resume after a node's death", async ({
  cluster,
}) => {
  test.setTimeout(180_000);
  const room = freshTitle();
  const [ann, ben, eve] = await joinInTurns(cluster.origin, room, ["ann", "ben", "eve"]);
  const everybody = [ann, ben, eve];
  expect(await cluster.proxy.served(), "one connection on each node").toEqual([1, 1, 1]);

  expect(await ann.say("to all")).toBe(true);
  expect(await ben.say("to ann only", ann.sid)).toBe(true);
  expect(await eve.say("after both")).toBe(true);
  for (const client of everybody) await expect.poll(() => heard(client)).toContain("after both");
  await cluster.nodes[1]?.kill();
  await expect.poll(() => everybody.filter(({ resumed }) => resumed === 1)).toHaveLength(1);
  for (const client of everybody) expect(await client.say(`again ${client.sid}`)).toBe(true);
  await cluster.nodes[1]?.startAgain();

  for (const client of everybody) {
    const texts = everybody.map(({ sid }) => `again ${sid}`);
    await expect.poll(() => heard(client)).toEqual(expect.arrayContaining(texts));
    expect(client.gone).toEqual([]);
  }
  expect(heard(ann)).toContain("to ann only");
  expect(heard(eve)).not.toContain("to ann only");
  everybody.forEach((client) => client.close());
});

test("with sticky sessions clients that can only poll meet, too", async () => {
  test.setTimeout(120_000);
  const both = "polling,websocket";
  const cluster = await Cluster.start({
    nodes: 2,
    sticky: true,
    properties: { "eyestalk.realtime.transports": both },
  });
  try {
    const room = freshTitle();
    const people = await Promise.all(
      ["ann", "ben", "eve", "dan"].map((name) =>
        OfficialClient.joins(cluster.origin, room, name, "polling"),
      ),
    );

    for (const person of people) expect(await person.say(`from ${person.sid}`)).toBe(true);

    const texts = people.map(({ sid }) => `from ${sid}`);
    for (const person of people) {
      await expect.poll(() => heard(person)).toEqual(expect.arrayContaining(texts));
      expect(person.socket.io.engine.transport.name).toBe("polling");
      person.close();
    }
  } finally {
    await cluster.close();
  }
});

/** One after the other, so that the proxy gives each the next node. */
async function joinInTurns<const Names extends readonly string[]>(
  origin: string,
  room: string,
  names: Names,
): Promise<{ [Name in keyof Names]: OfficialClient }> {
  const clients: OfficialClient[] = [];
  for (const name of names) clients.push(await OfficialClient.joins(origin, room, name));
  // oxlint-disable-next-line no-unsafe-type-assertion -- one client was made for each name
  return clients as { [Name in keyof Names]: OfficialClient };
}

function heard(client: OfficialClient): string[] {
  return client.lines.map(({ text }) => text);
}
