import type { LayoutTile } from "./grid-layout.ts";

/** What a person asked for by clicking; nothing at first. */
export interface SpotlightChoice {
  /** The tile they enlarged. */
  readonly enlarged?: string | undefined;
  /** The shared screen they made small; it does not grow again by itself. */
  readonly shrunk?: string | undefined;
}

/** The tile that is large now: the one asked for, else a shared screen of somebody else. */
export function spotlightOf(
  tiles: readonly LayoutTile[],
  { enlarged, shrunk }: SpotlightChoice,
): string | undefined {
  if (tiles.some(({ id }) => id === enlarged)) return enlarged;
  const screens = tiles.filter(
    ({ kind, isSelf, id }) => kind === "screen" && !isSelf && id !== shrunk,
  );
  return screens.at(-1)?.id;
}

/** A click on a tile: large, or back if it was large. */
export function clicked(now: string | undefined, id: string): SpotlightChoice {
  return now === id ? { shrunk: id } : { enlarged: id };
}

/** Esc: everybody again. */
export function escaped(now: string | undefined): SpotlightChoice {
  return { shrunk: now };
}
