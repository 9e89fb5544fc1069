import { createStore } from "@eyestalk/mesh";
import type { ServerBody } from "@eyestalk/protocol";
import type { ServerLink } from "../session/index.ts";

type RoomsChanged = ServerBody<"rooms-changed">;

/** A socket that is only a state and news of rooms. */
export function fakeLink(state: "connecting" | "online" | "offline" = "online") {
  const store = createStore<"connecting" | "online" | "offline">(state);
  const listeners = new Set<(body: RoomsChanged) => void>();
  const link: ServerLink = {
    state: store,
    id: () => "connection",
    dropped: () => ({ "unknown-type": 0, malformed: 0 }),
    request: () => Promise.reject(new Error("this fake sends nothing")),
    on: (name, listener) => {
      if (name !== "rooms-changed") return () => {};
      // The union of bodies cannot be narrowed through the generic name.
      const entry = (body: RoomsChanged): void => Reflect.apply(listener, undefined, [body]);
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    startOver: () => undefined,
    tryNow: () => undefined,
    close: () => listeners.clear(),
  };
  return {
    link,
    state: store,
    tell: (body: RoomsChanged) => {
      for (const listener of listeners) listener(body);
    },
  };
}
