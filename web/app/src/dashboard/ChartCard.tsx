import { Download } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { classes } from "../ui/classes.ts";
import styles from "./ChartCard.module.css";
import { csvPath } from "./dashboard-api.ts";

export interface ChartCardProps {
  /** The chart's name in addresses; also its test id. */
  chart: string;
  title: string;
  /** The hours of its file are those of this zone; none where the page makes the file itself. */
  zone?: string;
  /** The one number that says it all. */
  figure?: string | undefined;
  note?: string | undefined;
  wide?: boolean;
  children: ReactNode;
}

/** One chart with its name, its file and what is to be known of it. */
export function ChartCard({ chart, title, zone, figure, note, wide, children }: ChartCardProps) {
  const t = useT();
  const id = useId();
  return (
    <section
      className={classes(styles.card, wide && styles.wide)}
      aria-labelledby={id}
      data-testid={`chart-${chart}`}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {zone !== undefined && (
          <a
            className={styles.csv}
            href={csvPath(chart, zone)}
            download
            aria-label={t("dashboard.csvOf", { chart: title })}
          >
            <Download size={16} aria-hidden="true" />
            {t("dashboard.csv")}
          </a>
        )}
      </div>
      {figure !== undefined && <p className={styles.figure}>{figure}</p>}
      {children}
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </section>
  );
}
