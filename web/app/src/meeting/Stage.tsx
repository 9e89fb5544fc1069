import type { Store } from "@eyestalk/mesh";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { layOut, type Corner } from "./grid-layout.ts";
import type { Playback } from "./playback.ts";
import { clicked, type SpotlightChoice } from "./spotlight.ts";
import styles from "./Stage.module.css";
import { Tile } from "./Tile.tsx";
import type { TileView } from "./tiles.ts";
import { useMotion } from "./use-motion.ts";
import { useSize } from "./use-size.ts";

export interface StageProps {
  tiles: readonly TileView[];
  spotlight: string | undefined;
  playback: Playback;
  /** One's own picture stands still until then: the first ones of the others need the processor. */
  isEntering: Store<boolean>;
  onChoose: (choice: SpotlightChoice) => void;
}

/** All tiles, each in its place. A tile keeps its element wherever it goes: no picture flashes. */
export function Stage({ tiles, spotlight, playback, isEntering, onChoose }: StageProps) {
  const t = useT();
  const [size, measure] = useSize();
  const [corner, setCorner] = useState<Corner>("bottom-right");
  const places = layOut({ stage: size, tiles, spotlight, corner });
  const motion = useMotion({ stage: size, corner, onCorner: setCorner });
  return (
    <section ref={measure} className={styles.stage} aria-label={t("meeting.stage")}>
      {tiles.map((tile) => {
        const place = places.get(tile.id);
        return (
          place && (
            <Tile
              key={tile.id}
              tile={tile}
              place={place}
              playback={playback}
              isStill={tile.isSelf && tile.kind === "face" ? isEntering : undefined}
              isEnlarged={tile.id === spotlight}
              onToggleSize={
                tiles.length > 1 ? () => onChoose(clicked(spotlight, tile.id)) : undefined
              }
              motion={place.role === "floating" ? motion(place) : undefined}
            />
          )
        );
      })}
    </section>
  );
}
