import type { Clock } from "../clock.ts";

/** Turns of the event loop after which nothing is left that follows from one event. */
const TURNS = 4;

interface Timer {
  readonly task: () => void;
  readonly every: number | undefined;
  at: number;
}

/** Time that passes only when a test says so. */
export class ManualClock implements Clock {
  readonly #timers = new Set<Timer>();
  #now = 0;

  readonly now = (): number => this.#now;

  readonly after = (ms: number, task: () => void): (() => void) =>
    this.#add({ at: this.#now + ms, every: undefined, task });

  readonly every = (ms: number, task: () => void): (() => void) =>
    this.#add({ at: this.#now + ms, every: ms, task });

  /** Lets everything happen that needs no time to pass. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one turn after another
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }

  /** Lets time pass; what is due happens in order, each time with all that follows from it. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.settle();
    for (let due = this.#due(end); due !== undefined; due = this.#due(end)) {
      this.#now = due.at;
      if (due.every === undefined) this.#timers.delete(due);
      else due.at += due.every;
      due.task();
      // oxlint-disable-next-line no-await-in-loop -- one thing after another is the point
      await this.settle();
    }
    this.#now = end;
  }

  #add(timer: Timer): () => void {
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  #due(end: number): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  }
}
