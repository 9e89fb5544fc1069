import { RotateCw } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import { stateWord } from "./tile-words.ts";
import styles from "./Tile.module.css";
import type { TileView } from "./tiles.ts";

/** The word over the picture while a connection does not stand, and what can be done about it. */
export function TileStatus({ tile }: { tile: TileView }) {
  const t = useT();
  const word = stateWord(tile);
  if (!word || tile.kind === "screen") return null;
  const isFailed = tile.state === "failed";
  return (
    <div className={styles.status}>
      <p className={styles.word}>{t(word)}</p>
      {isFailed && tile.failure && (
        <p className={styles.reason}>{t(`tile.failed.${tile.failure}`)}</p>
      )}
      {isFailed && tile.retry && (
        <Button icon={RotateCw} onClick={tile.retry}>
          {t("tile.retry")}
        </Button>
      )}
    </div>
  );
}
