import type { Store } from "@eyestalk/mesh";
import { useT } from "../i18n/index.ts";
import { useStore } from "../lib/use-store.ts";
import { classes } from "../ui/classes.ts";
import { Spoken } from "../ui/Spoken.tsx";
import styles from "./LevelMeter.module.css";

const BARS = 10;

/** Shows that the microphone hears you, before anybody has to ask. */
export function LevelMeter({ level }: { level: Store<number> }) {
  const t = useT();
  const loudness = useStore(level);
  const lit = Math.min(BARS, Math.ceil(loudness * BARS));
  return (
    <div className={styles.meter}>
      <Spoken>
        <meter aria-label={t("prejoin.level")} min={0} max={1} value={loudness} />
      </Spoken>
      <span className={styles.bars} aria-hidden="true">
        {Array.from({ length: BARS }, (_, bar) => (
          <span key={bar} className={classes(styles.bar, bar < lit && styles.lit)} />
        ))}
      </span>
      <span className={styles.words} aria-hidden="true">
        {t("prejoin.level")}
      </span>
    </div>
  );
}
