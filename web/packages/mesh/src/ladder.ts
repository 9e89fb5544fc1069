/** How a receiver shows a sender's camera. */
export type Demand = "pinned" | "normal" | "hidden";

/** One receiver of the own camera. */
export interface Receiver {
  readonly sid: string;
  readonly demand: Demand;
  /** What the line to them gives, bits per second (`availableOutgoingBitrate`), if known. */
  readonly available?: number | undefined;
  /** The line is just being opened: a small first picture is there sooner than a large one. */
  readonly opening?: boolean | undefined;
}

/** What one receiver is sent. */
export interface Layer {
  readonly active: boolean;
  /** Lines of the picture. */
  readonly height: number;
  /** Bits per second. */
  readonly maxBitrate: number;
}

/** From best to least; below the last one the picture is no use. */
const LEAST = { height: 180, maxBitrate: 110_000 };
const RUNGS = [
  { height: 720, maxBitrate: 1_700_000 },
  { height: 540, maxBitrate: 800_000 },
  { height: 360, maxBitrate: 450_000 },
  { height: 240, maxBitrate: 220_000 },
  LEAST,
] as const;

/** Kept free for the voice: audio comes first. */
const AUDIO_RESERVE = 48_000;
const LAST = RUNGS.length - 1;
/** 360 lines: measured 80 ms sooner on screen than 720, since the line starts at some 300 kbps. */
const OPENING = 2;

/** The rung for a room of that many people before anything else is known. */
function rungFor(people: number, demand: Demand): number {
  const base = Math.min(Math.max(people - 2, 0), people > 6 ? LAST : 3);
  return demand === "pinned" ? Math.max(base - 1, 0) : base;
}

/**
 * Decides what each receiver is sent: less for more people, more for those who pin, nothing for
 * those who hide, never more than a line gives, and never more than `budget` in all.
 *
 * @param people everybody in the room, this person included
 * @param budget bits per second for all pictures together; undefined: not known
 */
export function ladder(
  people: number,
  receivers: readonly Receiver[],
  budget?: number,
): ReadonlyMap<string, Layer> {
  const wanted = receivers.map(({ sid, demand, available, opening }) => {
    const rung = rungFor(people, demand);
    if (opening === true) return { sid, demand, rung: Math.max(rung, OPENING) };
    return { sid, demand, rung: fitting(rung, available) };
  });
  if (budget !== undefined) squeeze(wanted, budget);
  return new Map(wanted.map(({ sid, demand, rung }) => [sid, layer(demand, rung)]));
}

interface Wanted {
  readonly sid: string;
  readonly demand: Demand;
  rung: number;
}

const OFF = RUNGS.length;

function layer(demand: Demand, rung: number): Layer {
  const step = RUNGS[rung];
  if (demand !== "hidden" && step !== undefined) return { active: true, ...step };
  return { active: false, ...LEAST };
}

/** The best rung from `start` down that a line carries; `OFF` when not even the last one fits. */
function fitting(start: number, available: number | undefined): number {
  if (available === undefined) return start;
  const spare = available - AUDIO_RESERVE;
  const found = RUNGS.findIndex((step, rung) => rung >= start && step.maxBitrate * 0.75 <= spare);
  return found === -1 ? OFF : found;
}

/** Takes from the largest first, from a pinned one last, until all fit. */
function squeeze(wanted: Wanted[], budget: number): void {
  const spending = (): number =>
    wanted.reduce(
      (sum, { demand, rung }) => sum + (demand === "hidden" ? 0 : (RUNGS[rung]?.maxBitrate ?? 0)),
      0,
    );
  while (spending() > budget) {
    const victim = wanted
      .filter(({ demand, rung }) => demand !== "hidden" && rung < OFF)
      .toSorted(
        (a, b) => Number(a.demand === "pinned") - Number(b.demand === "pinned") || a.rung - b.rung,
      )
      .at(0);
    if (victim === undefined) return;
    victim.rung += 1;
  }
}
