/** Time, so that tests need not wait. Milliseconds throughout. */
export interface Clock {
  readonly now: () => number;
  /** Calls `task` once after `ms`; returns the canceller. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** Calls `task` every `ms`; returns the canceller. */
  readonly every: (ms: number, task: () => void) => () => void;
}

/** The browser's time. `now` is monotonic: a clock that is set back disturbs nothing. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  every: (ms, task) => {
    const timer = setInterval(task, ms);
    return () => clearInterval(timer);
  },
};
