import type { Clock, Store } from "@eyestalk/mesh";

/** Waits until a store holds that value; false if it does not within `ms`. */
export function until<T>(
  store: Store<T>,
  wanted: T,
  { clock, ms }: { readonly clock: Clock; readonly ms: number },
): Promise<boolean> {
  if (store.get() === wanted) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = (came: boolean): void => {
      stop();
      cancel();
      resolve(came);
    };
    const cancel = clock.after(ms, () => finish(false));
    const stop = store.subscribe(() => {
      if (store.get() === wanted) finish(true);
    });
  });
}
