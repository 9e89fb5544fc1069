import { createStore, watch, type DeviceState, type Store } from "@eyestalk/mesh";

/** Quieter than any room: only a microphone that is switched off gives this. 0 to 1. */
const NOTHING = 0.002;

/** So long without any sound before it is worth a banner. Milliseconds. */
const AFTER_MS = 8_000;

/** Whether an open microphone picks up nothing at all. Watches only while somebody listens. */
export function silenceOf(microphone: Store<DeviceState>, level: Store<number>): Store<boolean> {
  const isSilent = createStore(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const judge = (): void => {
    const isQuiet = microphone.get() === "on" && level.get() < NOTHING;
    if (isQuiet) {
      timer ??= setTimeout(() => isSilent.set(true), AFTER_MS);
      return;
    }
    clearTimeout(timer);
    timer = undefined;
    isSilent.set(false);
  };
  return {
    get: isSilent.get,
    subscribe: (listener) => {
      const undo = [
        isSilent.subscribe(listener),
        watch(microphone, judge),
        watch(level, judge),
        () => {
          clearTimeout(timer);
          timer = undefined;
        },
      ];
      return () => {
        for (const each of undo) each();
      };
    },
  };
}
