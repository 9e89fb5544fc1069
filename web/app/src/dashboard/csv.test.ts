import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

test("cells are quoted where RFC 4180 wants it", () => {
  expect(
    csvOf([
      ["a", "b,c", 'd"e'],
      ["", "f\ng", "방"],
    ]),
  ).toBe('a,"b,c","d""e"\r\n,"f\ng",방\r\n');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])("no spreadsheet runs %s", (formula) => {
  expect(csvOf([[formula]])).toBe(`"'${formula}"\r\n`);
});
