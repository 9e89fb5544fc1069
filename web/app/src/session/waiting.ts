import type { Clock, Store } from "@eyestalk/mesh";

/** Waits until a store holds a value as wanted; false if it does not within `ms`. */
export function until<T>(
  store: Store<T>,
  isWanted: (value: T) => boolean,
  { clock, ms }: { readonly clock: Clock; readonly ms: number },
): Promise<boolean> {
  if (isWanted(store.get())) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = (came: boolean): void => {
      stop();
      cancel();
      resolve(came);
    };
    const cancel = clock.after(ms, () => finish(false));
    const stop = store.subscribe(() => {
      if (isWanted(store.get())) finish(true);
    });
  });
}
