import { afterEach, expect, test, vi } from "vitest";
import { lastMediaChoice, keepMediaChoice } from "./media-choice.ts";
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

test.each(["", "{", "null", "7", '{"audio":"yes","devices":[1]}'])(
  "what something else wrote (%s) is everything on, with the default devices",
  (written) => {
    remember("eyestalk.media", written);

    const { audio, video, devices } = lastMediaChoice();

    expect([audio, video]).toEqual([true, true]);
    expect(Object.values(devices).filter(Boolean)).toEqual([]);
  },
);
