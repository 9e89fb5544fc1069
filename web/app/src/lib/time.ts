import type { Store } from "@eyestalk/mesh";
import type { Language } from "../i18n/index.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "3 minutes ago", in the largest unit that fits; "now" for a time to come (clocks differ). */
export function timeAgo(at: Date, now: number, language: Language): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const seconds = Math.max(0, (now - at.getTime()) / 1000);
  if (seconds < MINUTE) return words.format(0, "second");
  if (seconds < HOUR) return words.format(-Math.floor(seconds / MINUTE), "minute");
  if (seconds < DAY) return words.format(-Math.floor(seconds / HOUR), "hour");
  return words.format(-Math.floor(seconds / DAY), "day");
}

/** A wait in words, rounded up: "40 seconds", "3 minutes". */
export function waitText(seconds: number, language: Language): string {
  const inMinutes = seconds > 90;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: inMinutes ? "minute" : "second",
    unitDisplay: "long",
  }).format(Math.max(1, Math.ceil(inMinutes ? seconds / MINUTE : seconds)));
}

/** How long a call lasts, as a clock shows it: "4:09", "1:02:30". */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [h, m, s] = [
    Math.floor(seconds / HOUR),
    Math.floor((seconds % HOUR) / MINUTE),
    seconds % MINUTE,
  ];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

/** The time of day of a message. */
export function timeOfDay(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(at);
}

/**
 * The time now, anew every `everyMs`. The timer runs only while somebody listens.
 *
 * @param everyMs milliseconds between two ticks
 */
export function clock(everyMs: number): Store<number> {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = (): void => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    get: () => now,
    subscribe: (listener) => {
      if (listeners.size === 0) timer = setInterval(tick, everyMs);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
  };
}
