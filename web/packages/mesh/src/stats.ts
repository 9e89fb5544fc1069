import { UNKNOWN_CONNECTION, type ConnectionView } from "./views.ts";

/** The counters of one look at a connection; two looks make a rate. */
export interface Sample {
  /** Milliseconds, by the clock of the statistics. */
  readonly at: number;
  readonly bytesReceived: number;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  readonly framesDecoded: number;
  readonly rttMs: number | undefined;
  readonly relayed: boolean | undefined;
  /** What the line gives, bits per second, over all that is sent on it; a guess unless `limited`. */
  readonly available: number | undefined;
  /** The browser sends less than it may, since the line gives no more. */
  readonly limited: boolean;
}

interface Entry {
  readonly [field: string]: unknown;
}

/** Reads what we need of a report (W3C webrtc-stats). Fields a browser lacks read as unknown. */
export function sampleOf(report: Iterable<readonly [string, unknown]>): Sample {
  const entries = new Map<string, Entry>();
  for (const [id, entry] of report) if (isEntry(entry)) entries.set(id, entry);
  const inbound = [...entries.values()].filter(({ type }) => type === "inbound-rtp");
  const outbound = [...entries.values()].filter(({ type }) => type === "outbound-rtp");
  const pair = selectedPair(entries);
  const local = entries.get(text(pair?.["localCandidateId"]));
  const remote = entries.get(text(pair?.["remoteCandidateId"]));
  const rtt = number(pair?.["currentRoundTripTime"]);
  const kinds = [local?.["candidateType"], remote?.["candidateType"]];
  return {
    at: number(pair?.["timestamp"]) ?? number(inbound[0]?.["timestamp"]) ?? 0,
    bytesReceived: sum(inbound, "bytesReceived"),
    packetsReceived: sum(inbound, "packetsReceived"),
    packetsLost: sum(inbound, "packetsLost"),
    framesDecoded: sum(inbound, "framesDecoded"),
    rttMs: rtt === undefined ? undefined : Math.round(rtt * 1_000),
    relayed: pair === undefined || local === undefined ? undefined : kinds.includes("relay"),
    available: number(pair?.["availableOutgoingBitrate"]),
    limited: outbound.some((entry) => entry["qualityLimitationReason"] === "bandwidth"),
  };
}

/** What two looks say about the line, in numbers and in a word. */
export function describe(before: Sample | undefined, now: Sample): ConnectionView {
  const path = now.relayed === undefined ? "unknown" : now.relayed ? "relay" : "direct";
  if (before === undefined || now.at <= before.at) return { ...UNKNOWN_CONNECTION, path };
  const seconds = (now.at - before.at) / 1_000;
  const received = Math.max(0, now.packetsReceived - before.packetsReceived);
  const lost = Math.max(0, now.packetsLost - before.packetsLost);
  const lossPercent = received + lost === 0 ? 0 : (100 * lost) / (received + lost);
  const bytes = Math.max(0, now.bytesReceived - before.bytesReceived);
  return {
    path,
    quality: qualityOf({ lossPercent, rttMs: now.rttMs, silent: received === 0 }),
    rttMs: now.rttMs,
    lossPercent: Math.round(lossPercent * 10) / 10,
    kbps: Math.round((bytes * 8) / seconds / 1_000),
  };
}

/**
 * One word for a line. Poor: people notice (loss from 8 %, round trip from 500 ms). Fair: they may
 * (2 %, 250 ms). ITU-T G.114 calls 150 ms one way the limit of comfort.
 */
export function qualityOf(line: {
  readonly lossPercent: number;
  readonly rttMs: number | undefined;
  readonly silent: boolean;
}): ConnectionView["quality"] {
  if (line.silent && line.rttMs === undefined) return "unknown";
  const rtt = line.rttMs ?? 0;
  if (line.lossPercent >= 8 || rtt >= 500) return "poor";
  return line.lossPercent >= 2 || rtt >= 250 ? "fair" : "good";
}

function selectedPair(entries: ReadonlyMap<string, Entry>): Entry | undefined {
  const all = [...entries.values()];
  const transport = all.find((entry) => entry["type"] === "transport");
  const named = entries.get(text(transport?.["selectedCandidatePairId"]));
  // Firefox has no transport entry; it marks the pair instead.
  return (
    named ??
    all.find(({ type, nominated, state }) => {
      return type === "candidate-pair" && nominated === true && state === "succeeded";
    })
  );
}

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null;
}

function number(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function sum(entries: readonly Entry[], field: string): number {
  return entries.reduce((total, entry) => total + (number(entry[field]) ?? 0), 0);
}
