import { connectionsOf } from "../fixtures/probe.ts";
import { expect, test } from "../fixtures/test.ts";

test("four people who join at once all see and hear each other", async ({ people, room }) => {
  const names = ["Alice", "Ben", "Chris", "Dana"];
  const everybody = await Promise.all(names.map((name) => people.arrives(name)));
  for (const person of everybody) await person.preJoin.open(room.name, { name: person.name });

  await Promise.all(everybody.map((person) => person.preJoin.join.click()));

  for (const person of everybody) {
    await person.meets(...everybody.filter((other) => other !== person));
    await expect(person.meeting.tiles).toHaveCount(4);
    expect((await connectionsOf(person.page)).open).toBe(3);
  }
});
