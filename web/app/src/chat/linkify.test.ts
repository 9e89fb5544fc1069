import { expect, it } from "vitest";
import { linkify } from "./linkify.ts";

it.each([
  ["no address", []],
  ["see https://example.org/a?b=c#d.", ["https://example.org/a?b=c#d"]],
  ["(https://example.org/x)", ["https://example.org/x"]],
  ["https://en.wikipedia.org/wiki/Eye_(organ)", ["https://en.wikipedia.org/wiki/Eye_(organ)"]],
  ["여기 http://example.org/한글 봐요", ["http://example.org/한글"]],
  ["javascript:alert(1) data:text/html,x file:///etc", []],
  ["https://", []],
  ['<a href="https://example.org">', ["https://example.org"]],
])("in %o it finds %o", (message, addresses) => {
  const pieces = linkify(message);

  expect(pieces.flatMap(({ href }) => href ?? [])).toEqual(addresses);
  expect(pieces.map(({ text }) => text).join("")).toBe(message);
});
