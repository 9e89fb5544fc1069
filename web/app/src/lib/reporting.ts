import { createStore, type Store } from "@eyestalk/mesh";
import { recall, remember } from "./memory.ts";

/**
 * Whether this browser tells the server how its calls do.
 *
 * - `not-asked`: this server wants no reports
 * - `asks-not-to`: the browser asks not to be counted (Global Privacy Control, Do Not Track)
 */
export type Reporting = "not-asked" | "asks-not-to" | "on" | "off";

const KEPT_AS = "eyestalk.reports";

const shown = createStore<Reporting>("not-asked");

/** Whether reports are sent, now. */
export const reporting: Store<Reporting> = shown;

/** Call it once the server has said whether it wants reports. */
export function startReporting(isAsked: boolean): void {
  shown.set(isAsked ? wish() : "not-asked");
}

/** The person's choice, kept for the next visit. */
export function setReporting(isOn: boolean): void {
  remember(KEPT_AS, isOn ? "on" : "off");
  shown.set(wish());
}

function wish(): Reporting {
  if (browserAsksNotTo()) return "asks-not-to";
  return recall(KEPT_AS) === "off" ? "off" : "on";
}

/** https://w3c.github.io/gpc/ and the older header's property, which browsers still have. */
function browserAsksNotTo(): boolean {
  const asked: Navigator & { readonly globalPrivacyControl?: boolean } = navigator;
  return asked.globalPrivacyControl === true || asked.doNotTrack === "1";
}
