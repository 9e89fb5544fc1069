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

/** What anybody is sent before more is known. */
export const FIRST_LAYER: Layer = { active: true, ...RUNGS[OPENING] };

/**
 * The rung of a line that is just being opened. Where several are, the pictures of those that stand take the processor
 * from those that do not yet: with 180 lines instead of 360 four people saw each other after 1.8 s instead of 2.1.
 */
function openingFor(people: number): number {
  return people > 2 ? LAST : OPENING;
}

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
 * @param budget bits per second for all pictures together (`budgetOf`); undefined: not known
 */
export function ladder(
  people: number,
  receivers: readonly Receiver[],
  budget?: number,
): ReadonlyMap<string, Layer> {
  const wanted = receivers.map((receiver) => wish(people, receiver, budget !== undefined));
  if (budget !== undefined) squeeze(wanted, budget);
  return new Map(wanted.map((one) => [one.sid, layer(one)]));
}

/**
 * Bits per second for all pictures together, once the voices have theirs. Known only while the line
 * to everybody who is shown anything holds us back: then it is our own that is full, and what one
 * does not get another one can. Undefined otherwise.
 */
export function budgetOf(receivers: readonly Receiver[]): number | undefined {
  const shown = receivers.filter(({ demand }) => demand !== "hidden");
  const lines = shown.map(({ available }) => available);
  if (lines.length === 0 || lines.includes(undefined)) return undefined;
  return lines.reduce((sum: number, available = 0) => sum + spare(available), 0);
}

interface Wanted {
  readonly sid: string;
  readonly demand: Demand;
  rung: number;
  /** Bits per second; at most those of the rung. */
  rate: number;
}

const OFF = RUNGS.length;
/** A rung's picture is still worth its lines at this part of its bits. */
const LEAST_PART = 0.75;

function wish(people: number, receiver: Receiver, isShared: boolean): Wanted {
  const { sid, demand, available, opening } = receiver;
  const base = rungFor(people, demand);
  if (demand === "hidden") return { sid, demand, rung: OFF, rate: 0 };
  if (opening === true)
    return step({ sid, demand, rung: Math.max(base, openingFor(people)), rate: 0 });
  // Of a full line of our own the pinned one may take what the others are about to be denied.
  const hope = isShared && demand === "pinned" ? 2 : 1;
  const limit = available === undefined ? Infinity : spare(available) * hope;
  const found = RUNGS.findIndex(
    ({ maxBitrate }, rung) => rung >= base && maxBitrate * LEAST_PART <= limit,
  );
  const one = step({ sid, demand, rung: found === -1 ? OFF : found, rate: 0 });
  return { ...one, rate: Math.min(one.rate, limit) };
}

/** At the full rate of its rung. */
function step(one: Wanted): Wanted {
  return { ...one, rate: RUNGS[one.rung]?.maxBitrate ?? 0 };
}

/** What of a line is left for pictures: audio comes first. */
function spare(available: number): number {
  return Math.max(0, available - AUDIO_RESERVE);
}

function layer({ rung, rate }: Wanted): Layer {
  const height = RUNGS[rung]?.height;
  return height === undefined
    ? { active: false, ...LEAST }
    : { active: true, height, maxBitrate: Math.floor(rate) };
}

/** Takes from the largest first, from a pinned one last, until all fit. */
function squeeze(wanted: Wanted[], budget: number): void {
  for (;;) {
    const excess = wanted.reduce((sum, { rate }) => sum + rate, 0) - budget;
    if (excess <= 0) return;
    const victim = wanted
      .filter(({ rung }) => rung < OFF)
      .toSorted(
        (a, b) => Number(a.demand === "pinned") - Number(b.demand === "pinned") || a.rung - b.rung,
      )
      .at(0);
    if (victim === undefined) return;
    const least = (RUNGS[victim.rung]?.maxBitrate ?? 0) * LEAST_PART;
    if (victim.rate - excess >= least) victim.rate -= excess;
    else Object.assign(victim, step({ ...victim, rung: victim.rung + 1 }));
  }
}
