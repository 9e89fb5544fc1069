import { expect, test, type Browser, type Page } from "@playwright/test";
import { bundle, launch, people } from "./pages.ts";

let browser: Browser;
let script: string;

test.beforeAll(async () => {
  [browser, script] = await Promise.all([launch(), bundle()]);
});
test.afterAll(() => browser.close());

function frames(page: Page, sid: string, which: "camera" | "screen" = "camera"): Promise<number> {
  return page.evaluate(([id, kind]) => window.harness.frames(id, kind), [sid, which] as const);
}

/** Frames of `sid` go on coming. */
async function sees(page: Page, sid: string, which: "camera" | "screen" = "camera"): Promise<void> {
  const before = await frames(page, sid, which);
  await expect.poll(() => frames(page, sid, which)).toBeGreaterThan(before + 5);
}

test("two people see each other, and say when the first frame was there", async () => {
  const context = await browser.newContext();
  const [a, b] = await people(context, script, ["a", "b"]);
  if (a === undefined || b === undefined) throw new Error("two pages were asked for");

  await b.evaluate(() => window.harness.join(["a"]));

  await sees(a, "b");
  await sees(b, "a");
  const begun = await b.evaluate(() => window.harness.marks["join"] ?? 0);
  const atB = await b.evaluate(() => window.harness.marks["frame:a:camera"] ?? 0);
  const atA = await a.evaluate(() => window.harness.marks["frame:b:camera"] ?? 0);
  console.log(`first frame after ${Math.round(atA - begun)} ms and ${Math.round(atB - begun)} ms`);
  console.log(JSON.stringify(await b.evaluate(() => window.harness.views())));
  expect(await a.evaluate(() => window.harness.errors())).toEqual([]);
  expect(await b.evaluate(() => window.harness.errors())).toEqual([]);
  await context.close();
});
