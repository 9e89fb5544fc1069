import { useT } from "../i18n/index.ts";
import { classes } from "../ui/classes.ts";
import styles from "./RoomCard.module.css";

/** Seats as dots and as words; more than eight would be a pattern, not a count. */
export function Seats({ taken, seats }: { taken: number; seats: number }) {
  const t = useT();
  const isFull = taken >= seats;
  return (
    <p className={styles.seats}>
      <span className={styles.dots} aria-hidden="true">
        {Array.from({ length: Math.min(seats, 8) }, (_, seat) => (
          <span key={seat} className={classes(styles.dot, seat < taken && styles.taken)} />
        ))}
      </span>
      <span className={styles.words}>
        {isFull ? (
          <>
            <strong>{t("lobby.full")}</strong> · {t("lobby.fullReason", { seats })}
          </>
        ) : (
          t("lobby.seats", { taken, seats })
        )}
      </span>
    </p>
  );
}
