import type { Language } from "../i18n/index.ts";

/** How times and durations are written for one person. */
export interface Times {
  /** "14:00". */
  readonly hour: (at: Date) => string;
  /** "Nov 23, 14:05". */
  readonly moment: (at: Date) => string;
  /** "14:05:09". */
  readonly second: (at: Date) => string;
  /** "0.9 s". */
  readonly duration: (ms: number) => string;
  readonly count: (count: number) => string;
  readonly percent: (share: number) => string;
}

/** As that language writes them and the clocks of that zone show them. */
export function timesIn(language: Language, timeZone: string): Times {
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone } as const;
  const hour = new Intl.DateTimeFormat(language, clock);
  const moment = new Intl.DateTimeFormat(language, { ...clock, month: "short", day: "numeric" });
  const second = new Intl.DateTimeFormat(language, { ...clock, second: "2-digit" });
  const seconds = new Intl.NumberFormat(language, {
    style: "unit",
    unit: "second",
    unitDisplay: "short",
    maximumFractionDigits: 2,
  });
  const count = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  return {
    hour: (at) => hour.format(at),
    moment: (at) => moment.format(at),
    second: (at) => second.format(at),
    duration: (ms) => seconds.format(ms / 1000),
    count: (value) => count.format(value),
    percent: (share) => percent.format(share),
  };
}
