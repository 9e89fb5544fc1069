import { createStore } from "@eyestalk/mesh";
import { expect, test } from "vitest";
import { holdStill } from "./hold-still.ts";

/** A video element that plays, and gets its next picture when a test says so. */
function playing() {
  const video = document.createElement("video");
  const waiting = new Map<number, VideoFrameRequestCallback>();
  const browser = { isPaused: false };
  Object.defineProperty(video, "paused", { get: () => browser.isPaused });
  return Object.assign(browser, {
    video: Object.assign(video, {
      play: async () => void (browser.isPaused = false),
      pause: () => void (browser.isPaused = true),
      requestVideoFrameCallback: (callback: VideoFrameRequestCallback) => {
        waiting.set(waiting.size + 1, callback);
        return waiting.size;
      },
      cancelVideoFrameCallback: (handle: number) => void waiting.delete(handle),
    }),
    nextPicture: () => {
      const metadata = { expectedDisplayTime: 0, height: 1, mediaTime: 0 };
      const rest = { presentationTime: 0, presentedFrames: 1, width: 1 };
      for (const callback of waiting.values()) callback(0, { ...metadata, ...rest });
      waiting.clear();
    },
  });
}

test("a picture stands still with the next one it gets, and goes on afterwards", () => {
  const isStill = createStore(false);
  const view = playing();
  holdStill(view.video, isStill);

  view.nextPicture();
  const before = view.isPaused;
  isStill.set(true);
  const waiting = view.isPaused;
  view.nextPicture();
  const during = view.isPaused;
  isStill.set(false);

  expect([before, waiting, during, view.isPaused]).toEqual([false, false, true, false]);
});

test("a picture that never came is not held once it need not be", () => {
  const isStill = createStore(true);
  const view = playing();
  holdStill(view.video, isStill);

  isStill.set(false);
  view.nextPicture();

  expect(view.isPaused).toBe(false);
});

test("who ends it gets a picture that goes on, and is not held again", () => {
  const isStill = createStore(true);
  const view = playing();
  const end = holdStill(view.video, isStill);
  view.nextPicture();

  end();
  const after = view.isPaused;
  isStill.set(false);
  isStill.set(true);
  view.nextPicture();

  expect([after, view.isPaused]).toEqual([false, false]);
});

test("a browser that does not tell of its pictures plays on", () => {
  const video = document.createElement("video");

  expect(() => holdStill(video, createStore(true))()).not.toThrow();
});
