import type { Store } from "@eyestalk/mesh";
import { useSyncExternalStore } from "react";

/** Reads a store. The one place where the engine meets React. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}
