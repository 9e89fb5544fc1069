import { record } from "./figures.ts";
import { expect, test } from "./network-test.ts";
import { isRelayed, pathsOf } from "./path.ts";
import { flow, type Gap, type Look, looks, watch } from "./pictures.ts";

const between =
  (...names: readonly string[]) =>
  ([viewer, other]: Look) =>
    names.includes(viewer.name) && names.includes(other.name);

const isCut = ({ viewer, other }: Gap) => viewer !== "Carol" && other !== "Carol";

test("a link that is cut is relayed, the others never stop", async ({ lab, party }) => {
  test.setTimeout(120_000);
  const { people } = await party.meets("Ann", "Ben", "Carol");
  const all = looks(people);
  const cutOff = all.filter(between("Ann", "Ben"));
  await flow(all);

  const stop = await watch(all);
  lab.cut(1, 2);
  await flow(cutOff);
  const gaps = await stop();
  const relayed = async () => (await pathsOf(party.person("Ann").page)).filter(isRelayed).length;
  await expect.poll(relayed, { message: "relayed links of Ann" }).toBe(1);
  lab.mend(1, 2);

  const others = gaps.filter((gap) => !isCut(gap)).map(({ ms }) => ms);
  record({ what: "link cut, gap of the two", values: gaps.filter(isCut).map(({ ms }) => ms) });
  record({ what: "link cut, longest gap of the others", values: [Math.max(...others)] });
  expect(Math.max(...others)).toBeLessThan(2_000);
  for (const person of people) await expect(person.meeting.tiles).toHaveCount(3);
});
