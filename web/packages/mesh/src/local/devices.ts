import type { DeviceChoice, DeviceList, DeviceState } from "./face.ts";

export const NO_DEVICES: DeviceList = { cameras: [], microphones: [], speakers: [] };

/** Sorts what `enumerateDevices` gave. Without a permission ids are empty: nothing to choose from. */
export function listDevices(infos: readonly MediaDeviceInfo[]): DeviceList {
  const of = (kind: MediaDeviceKind): DeviceChoice[] =>
    infos
      .filter((info) => info.kind === kind && info.deviceId !== "")
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { cameras: of("videoinput"), microphones: of("audioinput"), speakers: of("audiooutput") };
}

/** What a failed getUserMedia means for a person (W3C mediacapture-streams, section 10.2). */
export function stateOfError(error: unknown): DeviceState {
  switch (error instanceof Error || error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotReadableError":
    case "AbortError":
      return "in-use";
    default:
      return "missing"; // NotFoundError, OverconstrainedError; TypeError: no secure context
  }
}
