import { recall, remember } from "../lib/memory.ts";

const KEPT_AS = "eyestalk.zone";
const UTC = "UTC";

/** The time zone of this browser, by its IANA name. */
function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || UTC;
}

/** Every zone one can choose: this browser's and UTC first, then all by name. */
export function zones(): readonly string[] {
  return [...new Set([ownZone(), UTC, ...Intl.supportedValuesOf("timeZone")])];
}

/** The zone chosen before, else this browser's. */
export function startZone(): string {
  const kept = recall(KEPT_AS);
  return kept !== null && zones().includes(kept) ? kept : ownZone();
}

/** Remembers a zone for the next visit. */
export function keepZone(zone: string): void {
  remember(KEPT_AS, zone);
}
