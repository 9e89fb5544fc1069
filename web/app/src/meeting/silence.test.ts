import { createStore, type DeviceState } from "@eyestalk/mesh";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { silenceOf } from "./silence.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function microphone() {
  const state = createStore<DeviceState>("on");
  const level = createStore(0);
  const silence = silenceOf(state, level);
  const stop = silence.subscribe(() => {});
  return { state, level, silence, stop };
}

test("a microphone that gives nothing at all for a while is silent", () => {
  const { silence } = microphone();

  vi.advanceTimersByTime(7_900);
  const before = silence.get();
  vi.advanceTimersByTime(200);

  expect([before, silence.get()]).toEqual([false, true]);
});

test("the first sound ends it", () => {
  const { silence, level } = microphone();
  vi.advanceTimersByTime(9_000);

  level.set(0.2);

  expect(silence.get()).toBe(false);
});

test("whoever muted on purpose is not told", () => {
  const { silence, state } = microphone();

  state.set("off");
  vi.advanceTimersByTime(20_000);

  expect(silence.get()).toBe(false);
});

test("nothing is watched once nobody listens", () => {
  const { silence, stop } = microphone();

  stop();
  vi.advanceTimersByTime(20_000);

  expect(silence.get()).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
