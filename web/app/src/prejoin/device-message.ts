import type { DeviceState } from "@eyestalk/mesh";
import type { PlainKey } from "../i18n/index.ts";
import type { BrowserKind } from "../lib/browser.ts";

export type DeviceKind = "camera" | "microphone";

/** What to say about a device that gives nothing, and whether asking again can help. */
export interface DeviceMessage {
  readonly lines: readonly PlainKey[];
  readonly canRetry: boolean;
}

/** The words for a device's state; undefined while it works. */
export function deviceMessage(
  kind: DeviceKind,
  state: DeviceState,
  browser: BrowserKind,
): DeviceMessage | undefined {
  switch (state) {
    case "on":
      return undefined;
    case "off":
    case "starting":
      return { lines: [`device.${kind}.${state}`], canRetry: false };
    case "denied":
      return {
        lines: [`device.${kind}.denied`, `device.how.${browser}`, "device.stillJoin"],
        canRetry: true,
      };
    case "missing":
    case "in-use":
    case "ended":
      return { lines: [`device.${kind}.${state}`, "device.stillJoin"], canRetry: true };
  }
}
