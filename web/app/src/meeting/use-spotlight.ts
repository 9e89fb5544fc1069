import { useState } from "react";
import type { MeetingSession } from "../session/index.ts";
import { escaped, spotlightOf, type SpotlightChoice } from "./spotlight.ts";
import type { TileView } from "./tiles.ts";

type Spotlight = [string | undefined, (choice: SpotlightChoice) => void, () => void];

/** Which tile is large, how to choose another, and how to see everybody again. */
export function useSpotlight(session: MeetingSession, tiles: readonly TileView[]): Spotlight {
  const [choice, setChoice] = useState<SpotlightChoice>({});
  const spotlight = spotlightOf(tiles, choice);
  const choose = (next: SpotlightChoice): void => {
    setChoice(next);
    const large = tiles.find(({ id }) => id === next.enlarged);
    session.setPinned(large && !large.isSelf ? large.sid : undefined);
  };
  const backToAll = (): void => {
    if (spotlight !== undefined) choose(escaped(spotlight));
  };
  return [spotlight, choose, backToAll];
}
