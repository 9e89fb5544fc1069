import type { Overview } from "@eyestalk/protocol";
import { useMemo } from "react";
import { useT, type Translate } from "../i18n/index.ts";
import styles from "./Board.module.css";
import { ChartCard } from "./ChartCard.tsx";
import type { Picture } from "./plot.ts";
import { RankedBars } from "./RankedBars.tsx";
import { ShareBar } from "./ShareBar.tsx";
import { TimeChart } from "./TimeChart.tsx";
import type { Times } from "./times.ts";

interface CallChartsProps {
  numbers: Overview;
  times: Times;
  zone: string;
}

/** What browsers report of their calls. */
export function CallCharts({ numbers, times, zone }: CallChartsProps) {
  const t = useT();
  const { paths, failures } = numbers;
  return (
    <>
      <JoinTimes hours={numbers.joinTimes} times={times} zone={zone} />
      <div className={styles.column}>
        <ChartCard
          chart="paths"
          title={t("dashboard.paths")}
          zone={zone}
          note={t("dashboard.reportedNote")}
        >
          <ShareBar paths={paths} times={times} />
        </ChartCard>
        <ChartCard
          chart="failures"
          title={t("dashboard.failures")}
          zone={zone}
          note={t("dashboard.reportedNote")}
        >
          <RankedBars
            nameLabel={t("dashboard.reason")}
            countLabel={t("dashboard.reports")}
            rows={failures.map(({ reason, reports }) => ({
              key: reason,
              name: reasonText(reason, t),
              count: reports,
            }))}
            write={times.count}
            empty={t("dashboard.noFailures")}
          />
        </ChartCard>
      </div>
    </>
  );
}

interface JoinTimesProps {
  hours: Overview["joinTimes"];
  times: Times;
  zone: string;
}

function JoinTimes({ hours, times, zone }: JoinTimesProps) {
  const t = useT();
  const title = t("dashboard.joinTimes");
  const [median, p95] = [t("dashboard.median"), t("dashboard.p95")];
  const picture = useMemo<Picture>(
    () => ({
      kind: "lines",
      hours: hours.map(({ from }) => from),
      series: [
        { label: median, colour: "--primary", values: hours.map(({ medianMs }) => medianMs) },
        { label: p95, colour: "--warn", values: hours.map(({ p95Ms }) => p95Ms) },
      ],
    }),
    [hours, median, p95],
  );
  const reported = hours.some(({ reports }) => reports > 0);
  return (
    <ChartCard chart="join-times" title={title} zone={zone} note={t("dashboard.reportedNote")}>
      {reported ? (
        <TimeChart label={title} picture={picture} times={times} value={times.duration} />
      ) : (
        <p>{t("dashboard.noJoins")}</p>
      )}
    </ChartCard>
  );
}

/** In words; a reason of a newer server by its own name. */
function reasonText(reason: string, t: Translate): string {
  switch (reason) {
    case "no-relay":
    case "relay-unreachable":
    case "no-answer":
    case "server-unreachable":
      return t(`dashboard.failure.${reason}`);
    default:
      return reason;
  }
}
