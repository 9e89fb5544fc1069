import type { DeviceState } from "@eyestalk/mesh";
import type { PlainKey } from "../i18n/index.ts";
import type { BrowserKind } from "../lib/browser.ts";
import type { Mapping, Reach } from "./ice-facts.ts";
import type { RelayWay } from "./ice-ways.ts";

/** What is looked at, in the order it is shown. */
export const SUBJECTS = [
  "server",
  "live",
  "camera",
  "microphone",
  "address",
  "relay.udp",
  "relay.tcp",
  "relay.tls",
] as const;

export type Subject = (typeof SUBJECTS)[number];

/** What cannot be looked at without knowing the STUN and TURN servers. */
export const NETWORK_SUBJECTS = ["address", "relay.udp", "relay.tcp", "relay.tls"] as const;

/** One result: what was found in one sentence, and what to do about it in another. */
export interface Finding {
  readonly outcome: "good" | "worth-knowing" | "bad";
  readonly sentence: PlainKey;
  readonly advice?: PlainKey | undefined;
  /** Something to read out to whoever helps, e.g. an address. */
  readonly detail?: string | undefined;
}

/** The result of a check that is done; a subject that is missing is still being looked at. */
export type Findings = Partial<Record<Subject, Finding>>;

/** For what only a server that answers would let us look at. */
export const UNASKED: Finding = { outcome: "worth-knowing", sentence: "check.unasked" };

export function onServer(answers: boolean): Finding {
  return answers
    ? { outcome: "good", sentence: "check.server.good" }
    : { outcome: "bad", sentence: "check.server.bad", advice: "check.server.advice" };
}

/** The connection over which people find each other (WebSocket, or its fallback). */
export function onLive(stands: boolean): Finding {
  return stands
    ? { outcome: "good", sentence: "check.live.good" }
    : { outcome: "bad", sentence: "check.live.bad", advice: "check.live.advice" };
}

/** A device that gives nothing keeps nobody out, hence never "bad". */
export function onDevice(
  kind: "camera" | "microphone",
  state: DeviceState,
  browser: BrowserKind,
): Finding {
  if (state === "on") return { outcome: "good", sentence: `check.${kind}.good` };
  const advice = state === "denied" ? (`device.how.${browser}` as const) : "device.stillJoin";
  return { outcome: "worth-knowing", sentence: `device.${kind}.${state}`, advice };
}

export function onAddress(mapping: Mapping): Finding {
  switch (mapping.kind) {
    case "stable":
      return { outcome: "good", sentence: "check.address.stable", detail: mapping.address };
    case "changing":
      return {
        outcome: "worth-knowing",
        sentence: "check.address.changing",
        advice: "check.address.relayed",
      };
    case "blocked":
      return {
        outcome: "worth-knowing",
        sentence: "check.address.blocked",
        advice: "check.address.relayed",
      };
    case "not-asked":
      return {
        outcome: "worth-knowing",
        sentence: "check.address.not-asked",
        advice: "check.operator",
      };
  }
}

/** `undefined`: no relay is set up for this way. */
export function onRelay(way: RelayWay, reach: Reach | undefined): Finding {
  switch (reach) {
    case "reached":
      return { outcome: "good", sentence: `check.relay.${way}.good` };
    case "unreachable":
      return {
        outcome: "worth-knowing",
        sentence: `check.relay.${way}.bad`,
        advice: `check.relay.${way}.advice`,
      };
    case "unknown":
      return { outcome: "worth-knowing", sentence: `check.relay.${way}.unknown` };
    case undefined:
      return {
        outcome: "worth-knowing",
        sentence: `check.relay.${way}.none`,
        advice: "check.operator",
      };
  }
}

/** The one sentence on top; undefined while something it depends on is still being looked at. */
export function verdictOn(findings: Findings): Finding | undefined {
  if (SUBJECTS.some((subject) => findings[subject] === undefined)) return undefined;
  const isGood = (subject: Subject) => findings[subject]?.outcome === "good";
  if (!isGood("server") || !isGood("live")) {
    return { outcome: "bad", sentence: "check.verdict.noServer" };
  }
  if (isGood("address")) return { outcome: "good", sentence: "check.verdict.direct" };
  const hasRelay = isGood("relay.udp") || isGood("relay.tcp") || isGood("relay.tls");
  return hasRelay
    ? { outcome: "good", sentence: "check.verdict.relayed" }
    : { outcome: "bad", sentence: "check.verdict.noWay", advice: "check.verdict.advice" };
}
