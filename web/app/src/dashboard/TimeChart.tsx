import { useLayoutEffect, useRef } from "react";
import { useT } from "../i18n/index.ts";
import { theme } from "../lib/theme.ts";
import { useStore } from "../lib/use-store.ts";
import { openPlot, type Picture, type Plot } from "./plot.ts";
import type { Times } from "./times.ts";
import styles from "./TimeChart.module.css";

export interface TimeChartProps {
  /** What a person who does not see it is told. */
  label: string;
  picture: Picture;
  times: Times;
  value: (value: number) => string;
}

/** A chart over the hours, and the same numbers as a table for who asks for them. */
export function TimeChart(props: TimeChartProps) {
  const t = useT();
  const shownTheme = useStore(theme);
  return (
    <>
      <PlotFigure key={shownTheme} {...props} />
      <details className={styles.numbers}>
        <summary>{t("dashboard.table")}</summary>
        <HourTable {...props} />
      </details>
    </>
  );
}

/** The drawing, in the colours of the theme it was opened in. */
function PlotFigure({ label, picture, times, value }: TimeChartProps) {
  const t = useT();
  const holder = useRef<HTMLElement>(null);
  const plot = useRef<Plot>(undefined);
  const latest = useRef(picture);

  useLayoutEffect(() => {
    latest.current = picture;
    plot.current?.show(picture);
  }, [picture]);

  useLayoutEffect(() => {
    if (holder.current === null) return;
    const opened = openPlot(holder.current, latest.current, {
      time: t("dashboard.time"),
      hour: times.hour,
      moment: times.moment,
      value,
    });
    plot.current = opened;
    return () => {
      plot.current = undefined;
      opened.close();
    };
  }, [t, times, value]);

  return <figure ref={holder} className={styles.plot} aria-label={label} />;
}

function HourTable({ picture, times, value }: TimeChartProps) {
  const t = useT();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("dashboard.time")}</th>
          {picture.series.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {picture.hours.map((hour, row) => (
          <tr key={hour.getTime()}>
            <th scope="row">{times.moment(hour)}</th>
            {picture.series.map(({ label, values }) => (
              <td key={label}>{shown(values[row], value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shown(number: number | null | undefined, write: (value: number) => string): string {
  return number === null || number === undefined ? "–" : write(number);
}
