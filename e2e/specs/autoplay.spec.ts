import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

// A snapshot asks the page something, and Chromium takes that for a click.
test.use({ trace: "off" });

/** What `tellRefusals` says. */
const REFUSED = "refused: NotAllowedError";

test("sound that the browser holds back is told, and comes with a click", async ({
  people,
  room,
  browserWith,
}) => {
  const alice = await people.joins(room, "Alice");
  // Without devices of their own: a page that listens to somebody may sound.
  const ben = await people.joins(room, "Ben", { browser: await browserWith("held-back") });
  await ben.meets(alice);
  const meeting = ben.page.url();
  await ben.context.addInitScript(tellRefusals);

  await ben.page.goto("about:blank"); // what a person clicked before no longer counts
  const refused = ben.page.waitForEvent("console", (message) => message.text() === REFUSED);
  await ben.page.goto(meeting, { waitUntil: "commit" });
  // Whatever else Playwright asks a page counts as a click, and a stream that comes later then plays:
  // that it was held back can only be heard, not asked.
  await refused;
  await expect(ben.page.getByText(words("banner.autoplay"))).toBeVisible();
  const video = ben.meeting.tile("Alice").locator("video");
  const isPaused = () => video.evaluate((element: HTMLVideoElement) => element.paused);
  await ben.page.getByRole("button", { name: words("banner.hear") }).click();

  await expect.poll(isPaused).toBe(false);
  await expect(ben.page.getByText(words("banner.autoplay"))).toHaveCount(0);
});

/** Says on the console that the browser would not play. */
function tellRefusals(): void {
  const play = Reflect.get(HTMLMediaElement.prototype, "play");
  HTMLMediaElement.prototype.play = async function (this: HTMLMediaElement) {
    try {
      await Reflect.apply(play, this, []);
    } catch (error) {
      if (error instanceof DOMException) console.info(`refused: ${error.name}`);
      throw error;
    }
  };
}
