import { expect, it } from "vitest";
import type { LayoutTile } from "./grid-layout.ts";
import { clicked, escaped, spotlightOf } from "./spotlight.ts";

const me: LayoutTile = { id: "me", kind: "face", isSelf: true };
const ben: LayoutTile = { id: "ben", kind: "face", isSelf: false };
const benScreen: LayoutTile = { id: "ben:screen", kind: "screen", isSelf: false };
const myScreen: LayoutTile = { id: "me:screen", kind: "screen", isSelf: true };

it("nobody is large at first", () => {
  expect(spotlightOf([me, ben], {})).toBeUndefined();
});

it("somebody's screen is large by itself, one's own is not", () => {
  expect(spotlightOf([me, ben, benScreen], {})).toBe("ben:screen");
  expect(spotlightOf([me, ben, myScreen], {})).toBeUndefined();
});

it("a click enlarges, the next click brings everybody back", () => {
  const first = clicked(undefined, "ben");
  const large = spotlightOf([me, ben], first);

  const second = clicked(large, "ben");

  expect(large).toBe("ben");
  expect(spotlightOf([me, ben], second)).toBeUndefined();
});

it("a screen that was made small stays small until there is another one", () => {
  const choice = escaped("ben:screen");
  const other: LayoutTile = { id: "ann:screen", kind: "screen", isSelf: false };

  expect(spotlightOf([me, ben, benScreen], choice)).toBeUndefined();
  expect(spotlightOf([me, ben, benScreen, other], choice)).toBe("ann:screen");
});

it("whoever was enlarged and left is no longer large", () => {
  expect(spotlightOf([me], clicked(undefined, "ben"))).toBeUndefined();
});
