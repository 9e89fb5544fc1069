import { expect, it } from "vitest";
import { initials, personColour } from "./person.ts";

it.each([
  ["Ben", "B"],
  ["Alexandra Fitzgerald", "AF"],
  ["지우", "지우"],
  ["김하늘", "하늘"],
  ["👩‍🚀 Kim", "👩‍🚀K"],
  ["  ", "?"],
])("%s has the initials %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

it("gives a name the same colour every time, one of eight", () => {
  const colours = ["지우", "Ben", "하늘"].map(personColour);

  expect(colours).toEqual(["지우", "Ben", "하늘"].map(personColour));
  expect(colours.every((colour) => colour >= 0 && colour < 8)).toBe(true);
});
