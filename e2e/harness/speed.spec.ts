import { test } from "@playwright/test";
import { bundle, launch, people } from "./pages.ts";

const ROUNDS = Number(process.env["ROUNDS"] ?? 5);

test("join to first frame, two people", async () => {
  const [browser, script] = await Promise.all([launch(), bundle()]);
  const times: number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext();
    const [a, b] = await people(context, script, ["a", "b"]);
    if (a === undefined || b === undefined) throw new Error("two pages were asked for");
    await a.waitForTimeout(700);
    await b.evaluate(() => window.harness.join(["a"]));
    await a.waitForFunction(() => window.harness.marks["frame:b:camera"]);
    await b.waitForFunction(() => window.harness.marks["frame:a:camera"]);
    const begun = await b.evaluate(() => window.harness.marks["join"] ?? 0);
    const atB = await b.evaluate(() => window.harness.marks["frame:a:camera"] ?? 0);
    const atA = await a.evaluate(() => window.harness.marks["frame:b:camera"] ?? 0);
    times.push([Math.round(atA - begun), Math.round(atB - begun)]);
    if (process.env["TRACE"])
      console.log(
        JSON.stringify(await b.evaluate(() => window.harness.marks)),
        JSON.stringify(await a.evaluate(() => window.harness.marks)),
        begun,
      );
    await context.close();
  }
  const worst = times.map((pair) => Math.max(...pair)).toSorted((x, y) => x - y);
  console.log(
    JSON.stringify(times),
    "median of the later side",
    worst[Math.floor(worst.length / 2)],
  );
  await browser.close();
});
