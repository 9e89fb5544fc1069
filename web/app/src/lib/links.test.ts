import { expect, it } from "vitest";
import { roomNameFromText, roomNameOf, roomPath } from "./links.ts";

it.each(["디자인 회의", "a/b?c#d", "100%", "a%2Fb", "plus + plus"])(
  "the link of %s leads back to it",
  (name) => {
    const { pathname } = new URL(roomPath(name), "https://meet.example");

    expect(roomNameOf(pathname)).toBe(name);
  },
);

it.each([
  ["https://meet.example/r/Study%20group?name=x", "Study group"],
  ["  Study group ", "Study group"],
  ["https://elsewhere.example/r/Study", undefined],
  ["https://meet.example/rooms", undefined],
  ["", undefined],
])("what was pasted, %o, means the room %o", (text, name) => {
  expect(roomNameFromText(text, "https://meet.example")).toBe(name);
});

it("a link that was cut off leads nowhere", () => {
  expect(roomNameOf("/r/%E3%8")).toBeUndefined();
});
