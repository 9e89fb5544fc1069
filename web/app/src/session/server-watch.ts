import { createStore, type Clock, type Store } from "@eyestalk/mesh";
import type { ServerState } from "./face.ts";

/**
 * How long the server may be away before anybody hears of it. Who is sent on to another node is back within 2 s, and the
 * call does not need the server.
 */
const PATIENCE_MS = 2_500;
/** How long "back" is shown after the server's return. */
const BACK_MS = 4_000;

/** What a meeting says about its server. */
export class ServerWatch {
  readonly #clock: Clock;
  readonly #state = createStore<ServerState>("online");
  #cancel: () => void = () => undefined;
  /** Gone, and nobody was told yet. */
  #isPatient = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get state(): Store<ServerState> {
    return this.#state;
  }

  /** The connection is gone. */
  gone(): void {
    if (this.#isPatient || this.#state.get() === "offline") return;
    this.#cancel();
    this.#state.set("online");
    this.#isPatient = true;
    this.#cancel = this.#clock.after(PATIENCE_MS, () => {
      this.#isPatient = false;
      this.#state.set("offline");
    });
  }

  /** The server knows us again. */
  returned(): void {
    if (this.#isPatient) {
      this.#cancel();
      this.#isPatient = false;
    }
    if (this.#state.get() !== "offline") return;
    this.#state.set("back");
    this.#cancel = this.#clock.after(BACK_MS, () => this.#state.set("online"));
  }

  close(): void {
    this.#cancel();
  }
}
