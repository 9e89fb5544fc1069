import { expect, test } from "vitest";
import { createPlayback } from "./playback.ts";

/** A video element whose browser lets it play or not. */
function element({ isAllowed }: { isAllowed: boolean }) {
  const video = document.createElement("video");
  const browser = { isAllowed, plays: 0 };
  video.play = async () => {
    if (!browser.isAllowed) throw new DOMException("no gesture yet", "NotAllowedError");
    browser.plays += 1;
  };
  return { video, browser };
}

/** jsdom has no MediaStream; the element only hands it on. */
const stream: MediaStream = Object.create(null);

const settled = () => Promise.resolve().then(() => Promise.resolve());

test("sound that the browser holds back is told, and comes with the click", async () => {
  const playback = createPlayback();
  const { video, browser } = element({ isAllowed: false });
  playback.attach(video, stream);
  await settled();
  const before = playback.isBlocked.get();

  browser.isAllowed = true;
  playback.unblock();
  await settled();

  expect(before).toBe(true);
  expect(playback.isBlocked.get()).toBe(false);
  expect(browser.plays).toBe(1);
});

test("what plays by itself is no banner", async () => {
  const playback = createPlayback();
  const { video, browser } = element({ isAllowed: true });

  playback.attach(video, stream);
  await settled();

  expect(playback.isBlocked.get()).toBe(false);
  expect(browser.plays).toBe(1);
});

test("a tile that is gone is not played by a later click", async () => {
  const playback = createPlayback();
  const { video, browser } = element({ isAllowed: true });
  const detach = playback.attach(video, stream);
  await settled();

  detach();
  playback.unblock();

  expect(video.srcObject).toBeNull();
  expect(browser.plays).toBe(1);
});
