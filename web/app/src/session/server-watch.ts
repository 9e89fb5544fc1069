import { createStore, type Clock, type Store } from "@eyestalk/mesh";
import type { ServerState } from "./face.ts";

/** How long "back" is shown after the server's return. */
const BACK_MS = 4_000;

/** What a meeting says about its server. */
export class ServerWatch {
  readonly #clock: Clock;
  readonly #state = createStore<ServerState>("online");
  #cancel: () => void = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get state(): Store<ServerState> {
    return this.#state;
  }

  /** The connection is gone. */
  gone(): void {
    this.#cancel();
    this.#state.set("offline");
  }

  /** The server knows us again. */
  returned(): void {
    if (this.#state.get() !== "offline") return;
    this.#state.set("back");
    this.#cancel = this.#clock.after(BACK_MS, () => this.#state.set("online"));
  }

  close(): void {
    this.#cancel();
  }
}
