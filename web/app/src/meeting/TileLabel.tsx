import {
  AudioLines,
  MicOff,
  MonitorUp,
  SignalHigh,
  SignalLow,
  SignalMedium,
  VideoOff,
  type LucideIcon,
} from "lucide-react";
import { useT } from "../i18n/index.ts";
import { classes } from "../ui/classes.ts";
import { tileName } from "./tile-words.ts";
import styles from "./TileLabel.module.css";
import type { TileView } from "./tiles.ts";

const BARS = { good: SignalHigh, fair: SignalMedium, poor: SignalLow } as const;

/** The name and the marks at the foot of a tile. The sentence is on the tile itself. */
export function TileLabel({ tile }: { tile: TileView }) {
  const t = useT();
  const quality = tile.state === "connected" ? tile.connection?.quality : undefined;
  return (
    <div className={styles.label} aria-hidden="true">
      <span className={styles.name}>{tileName(tile, t)}</span>
      {tile.isSpeaking && <Mark icon={AudioLines} word={t("tile.speaking")} tone="ok" />}
      {tile.isMuted && <Mark icon={MicOff} word={t("tile.muted")} tone="danger" />}
      {tile.kind === "face" && !tile.hasVideo && (
        <Mark icon={VideoOff} word={t("tile.cameraOff")} />
      )}
      {tile.isSharing && <Mark icon={MonitorUp} word={t("tile.sharing")} />}
      {quality && quality !== "unknown" && (
        <Mark icon={BARS[quality]} word={t(`quality.${quality}`)} tone={TONES[quality]} />
      )}
    </div>
  );
}

const TONES = { good: "ok", fair: "warn", poor: "danger" } as const;

interface MarkProps {
  icon: LucideIcon;
  word: string;
  tone?: "ok" | "warn" | "danger";
}

/** An icon with its word; on a small tile only the icon has room. */
function Mark({ icon: Icon, word, tone }: MarkProps) {
  return (
    <span className={classes(styles.mark, tone && styles[tone])}>
      <Icon size={16} />
      <span className={styles.word}>{word}</span>
    </span>
  );
}
