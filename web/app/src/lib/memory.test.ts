import { afterEach, expect, test, vi } from "vitest";
import { fakeMedia } from "../testing/fake-media.ts";
import { followMediaState, keepMediaChoice, lastMediaChoice } from "./media-choice.ts";
import { recall, remember } from "./memory.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test("a browser that blocks storage remembers nothing and breaks nothing", () => {
  vi.stubGlobal("localStorage", undefined);

  remember("key", "text");

  expect(recall("key")).toBeNull();
});

test("the way in is remembered", () => {
  const devices = { camera: "cam", microphone: undefined, speaker: "loud" };

  keepMediaChoice({ audio: false, video: true, devices });

  expect(lastMediaChoice()).toEqual({ audio: false, video: true, devices });
});

test("whoever mutes in the meeting and reloads the page stays muted", () => {
  const { media } = fakeMedia();
  const stop = followMediaState(media, () => true);

  media.microphone.set("off");
  media.camera.set("in-use");
  stop();
  media.microphone.set("on");

  expect(lastMediaChoice()).toMatchObject({ audio: false, video: true });
});

test("devices that are closed after the meeting are no choice", () => {
  const { media } = fakeMedia();
  followMediaState(media, () => false);

  media.microphone.set("off");

  expect(lastMediaChoice().audio).toBe(true);
});

test.each(["", "{", "null", "7", '{"audio":"yes","devices":[1]}'])(
  "what something else wrote (%s) is everything on, with the default devices",
  (written) => {
    remember("eyestalk.media", written);

    const { audio, video, devices } = lastMediaChoice();

    expect([audio, video]).toEqual([true, true]);
    expect(Object.values(devices).filter(Boolean)).toEqual([]);
  },
);
