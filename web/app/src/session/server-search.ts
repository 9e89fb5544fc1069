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
  /** It does, or somebody says so: time to connect. How that ends is told by `next` or `stop`. */
  readonly found: () => void;
}

/**
 * Looks for a server that is away. Asking is cheap and fails fast; attempts to connect are kept for a server that
 * answers, since browsers put off WebSockets after some that failed (Chromium: up to a minute).
 */
export class ServerSearch {
  readonly #options: SearchOptions;
  #pauseMs = PAUSE_MS;
  #cancel: () => void = () => undefined;
  /** The round of pause and question under way; undefined while nobody looks. */
  #round: object | undefined;
  #wordAt = Number.NEGATIVE_INFINITY;

  constructor(options: SearchOptions) {
    this.#options = options;
  }

  /** Begins, or goes on after an attempt in vain: asks after a pause, half of it to one and a half. */
  next(pauseMs: number = this.#pauseMs): void {
    this.#end();
    const round = {};
    this.#round = round;
    this.#pauseMs = Math.min(this.#pauseMs * 2, PAUSE_AT_MOST_MS);
    this.#cancel = this.#options.clock.after(pauseMs * (0.5 + Math.random()), () => {
      void this.#ask(round);
    });
  }

  /** Somebody else reaches the server: ends a pause, or the wait for an answer. Once a second at most. */
  hear(): void {
    const now = this.#options.clock.now();
    if (this.#round === undefined || now - this.#wordAt < WORD_EVERY_MS) return;
    this.#wordAt = now;
    this.#found();
  }

  /** Connected, or nobody wants to be any more. */
  stop(): void {
    this.#end();
    this.#pauseMs = PAUSE_MS;
  }

  #end(): void {
    this.#cancel();
    this.#round = undefined;
  }

  #found(): void {
    this.#end();
    this.#options.found();
  }

  async #ask(round: object): Promise<void> {
    const isThere = await this.#options.answers();
    if (round !== this.#round) return; // stopped, found otherwise, or begun anew
    if (isThere) this.#found();
    else this.next();
  }
}
