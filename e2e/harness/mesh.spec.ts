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

/** A page per person, all in one room, nobody's camera off. */
async function room(...sids: string[]): Promise<Page[]> {
  const context = await browser.newContext();
  const pages = await people(context, script, sids);
  for (const [index, page] of pages.entries()) {
    await page.evaluate((others) => window.harness.join(others), sids.slice(0, index));
  }
  return pages;
}

async function pair(): Promise<[Page, Page]> {
  const [a, b] = await room("a", "b");
  if (a === undefined || b === undefined) throw new Error("two pages were asked for");
  return [a, b];
}

async function noErrors(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    expect(await page.evaluate(() => window.harness.errors())).toEqual([]);
  }
}

test("two people see each other", async () => {
  const [a, b] = await pair();

  await sees(a, "b");
  await sees(b, "a");

  await noErrors(a, b);
  await a.context().close();
});

test("camera off and on, a screen beside it, without the way through a server", async () => {
  const [a, b] = await pair();
  await sees(b, "a");
  for (const page of [a, b]) await page.evaluate(() => window.harness.cutSignals(true));

  await a.evaluate(() => window.harness.share(true));
  await sees(b, "a", "screen");
  await sees(b, "a");
  await a.evaluate(() => window.harness.camera(false));
  await expect.poll(() => tracks(b, "a")).toEqual(["audio"]);
  await a.evaluate(() => window.harness.camera(true));
  await sees(b, "a");
  await a.evaluate(() => window.harness.share(false));
  await expect
    .poll(() => b.evaluate(() => "screenStream" in (window.harness.views()["a"] ?? {})))
    .toBe(false);
  await sees(b, "a");
  await a.evaluate(() => window.harness.share(true));
  await sees(b, "a", "screen");

  await noErrors(a, b);
  await a.context().close();
});

test("who comes during a share gets screen and camera", async () => {
  const [a, b, c] = await room("a", "b", "c");
  if (a === undefined || b === undefined || c === undefined) throw new Error("three pages");
  await c.evaluate(() => window.harness.leave());
  await a.evaluate(() => window.harness.share(true));
  await sees(b, "a", "screen");

  const [late] = await people(a.context(), script, ["d"]);
  await late?.evaluate(() => window.harness.join(["a", "b"]));

  if (late === undefined) throw new Error("a page was asked for");
  await sees(late, "a", "screen");
  await sees(late, "a");
  await sees(late, "b");
  await noErrors(a, b, late);
  await a.context().close();
});

test("who hides a tile gets no picture, who pins it gets a larger one than at the start", async () => {
  const [a, b] = await pair();
  await sees(b, "a");

  await b.evaluate(() => window.harness.pin("a", "hidden"));
  await expect
    .poll(async () => {
      const before = await frames(b, "a");
      await b.evaluate(() => window.harness.ownFrames(15));
      return (await frames(b, "a")) - before;
    })
    .toBe(0);
  await b.evaluate(() => window.harness.pin("a", "pinned"));
  await sees(b, "a");
  // How far up the ladder it goes is the browser's word, by line and free CPU; ladder.test.ts has the rungs.
  await expect
    .poll(() => b.evaluate(() => window.harness.height("a")), { timeout: 60_000 })
    .toBeGreaterThan(360);

  await noErrors(a, b);
  await a.context().close();
});

test("an ICE restart and offers from both sides at once do not stop the picture", async () => {
  const [a, b] = await pair();
  await sees(b, "a");

  for (let round = 0; round < 5; round += 1) {
    await Promise.all([a, b].map((page) => page.evaluate(() => window.harness.restart())));
    await Promise.all([sees(a, "b"), sees(b, "a")]);
  }
  await Promise.all([a, b].map((page) => page.evaluate(() => window.harness.share(true))));

  await sees(a, "b", "screen");
  await sees(b, "a", "screen");
  await sees(a, "b");
  await sees(b, "a");
  await noErrors(a, b);
  await a.context().close();
});

test("a retry builds the connection anew and the picture comes back", async () => {
  const [a, b] = await pair();
  await sees(b, "a");

  await a.evaluate(() => window.harness.retry("b"));

  await sees(a, "b");
  await sees(b, "a");
  await Promise.all(
    [a, b].map((page, index) =>
      page.evaluate((sid) => window.harness.retry(sid), index === 0 ? "b" : "a"),
    ),
  );
  await sees(a, "b");
  await sees(b, "a");
  await noErrors(a, b);
  await a.context().close();
});

test("a person who speaks is heard to, one who is muted is not", async () => {
  const [a, b] = await pair();

  // The fake microphone gives one short beep a second: a look may miss some of them.
  await expect
    .poll(() => b.evaluate(() => window.harness.views().a?.speaking), {
      timeout: 20_000,
      intervals: [50],
    })
    .toBe(true);
  await a.evaluate(() => window.harness.mute());

  await expect.poll(() => b.evaluate(() => window.harness.views().a?.speaking)).toBe(false);
  await expect
    .poll(() => b.evaluate(() => window.harness.views().a?.connection))
    .toMatchObject({ path: "direct", quality: "good" });
  await a.context().close();
});

function tracks(page: Page, sid: string): Promise<string[]> {
  return page.evaluate((id) => window.harness.kinds(id), sid);
}
