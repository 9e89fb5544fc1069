/** A value that changes over time, readable at any moment. The shape `useSyncExternalStore` takes. */
export interface Store<T> {
  /** The value now; the same reference until it changes. */
  readonly get: () => T;
  /** Calls `listener` after every change; returns its own remover. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store its owner can write. Hand it out as `Store<T>`. */
export interface WritableStore<T> extends Store<T> {
  /** Replaces the value; listeners hear of it unless it is the same (`Object.is`). */
  readonly set: (value: T) => void;
  /** Replaces the value by what `change` makes of it. */
  readonly update: (change: (now: T) => T) => void;
}

/** Makes a store that holds `initial`. */
export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T): void => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe: (listener) => {
      const entry = (): void => listener(); // the same function may be subscribed twice
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
  };
}

/** Calls `listener` with the value now and after every change; returns the remover. */
export function watch<T>(store: Store<T>, listener: (value: T) => void): () => void {
  const stop = store.subscribe(() => listener(store.get()));
  listener(store.get());
  return stop;
}
