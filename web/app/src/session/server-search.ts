import type { Clock } from "@eyestalk/mesh";

/** From a connection's end to the first question, half of it to one and a half; later pauses are longer. */
const PAUSE_MS = 250;
/** The longest of these pauses: a server that is back is found after 1.5 s at the latest. */
const PAUSE_AT_MOST_MS = 1_000;
/** The word of peers counts this often. */
const WORD_EVERY_MS = 1_000;

export interface SearchOptions {
  readonly clock: Clock;
  /** Whether the server answers now. Never rejects. */
  readonly answers: () => Promise<boolean>;
  /** It does, or somebody says so: time to connect. What becomes of it is told by `next` or `stop`. */
  readonly found: () => void;
}

/**
 * Looks for a server that is away. Asking is cheap and fails fast; attempts to connect are kept for a server that
 * answers, since browsers put off WebSockets after some that failed (Chromium: up to a minute).
 */
export class ServerSearch {
  readonly #options: SearchOptions;
  #pauseMs = PAUSE_MS;
  #cancel: (() => void) | undefined;
  #search = {};
  #wordAt = Number.NEGATIVE_INFINITY;

  constructor(options: SearchOptions) {
    this.#options = options;
  }

  /** Begins, or goes on after an attempt in vain: asks after a pause, half of it to one and a half. */
  next(pauseMs: number = this.#pauseMs): void {
    this.#interrupt();
    this.#pauseMs = Math.min(this.#pauseMs * 2, PAUSE_AT_MOST_MS);
    this.#cancel = this.#options.clock.after(pauseMs * (0.5 + Math.random()), () => {
      this.#cancel = undefined;
      void this.#ask();
    });
  }

  /** Somebody else reaches the server: ends the pause. Once a second at most, and nothing outside a pause. */
  hear(): void {
    const now = this.#options.clock.now();
    if (this.#cancel === undefined || now - this.#wordAt < WORD_EVERY_MS) return;
    this.#wordAt = now;
    this.#interrupt();
    this.#options.found();
  }

  /** Connected, or nobody wants to be any more. */
  stop(): void {
    this.#interrupt();
    this.#pauseMs = PAUSE_MS;
  }

  #interrupt(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#search = {};
  }

  async #ask(): Promise<void> {
    const search = this.#search;
    const isThere = await this.#options.answers();
    if (search !== this.#search) return; // stopped, or begun anew
    if (isThere) this.#options.found();
    else this.next();
  }
}
