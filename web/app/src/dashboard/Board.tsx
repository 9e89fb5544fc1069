import { useQuery } from "@tanstack/react-query";
import type { Overview } from "@eyestalk/protocol";
import { CalendarClock, LogOut } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useLanguage, useT } from "../i18n/index.ts";
import type { HttpProblem } from "../lib/http.ts";
import { sentence } from "../lib/problem-text.ts";
import { Button } from "../ui/Button.tsx";
import { Select } from "../ui/Select.tsx";
import { TopBar } from "../ui/TopBar.tsx";
import styles from "./Board.module.css";
import { Charts } from "./Charts.tsx";
import { overview } from "./dashboard-api.ts";
import { timesIn, type Times } from "./times.ts";
import { keepZone, startZone, zones } from "./zones.ts";

/** Between two looks at the numbers, while the page is in sight. Seconds. */
const LOOK_EVERY = 5;

export interface BoardProps {
  /** The session ended: by time, or elsewhere. */
  onLeft: () => void;
  onLogOut: () => void;
}

/** The numbers, anew every few seconds. */
export function Board({ onLeft, onLogOut }: BoardProps) {
  const t = useT();
  const language = useLanguage();
  const [zone, setZone] = useState(startZone);
  const times = useMemo(() => timesIn(language, zone), [language, zone]);
  const { numbers, problem } = useNumbers(zone, onLeft);
  return (
    <>
      <TopBar title={t("dashboard.title")} />
      <main className={styles.page}>
        <div className={styles.head}>
          <h1 className={styles.title}>{t("dashboard.title")}</h1>
          <div className={styles.settings}>
            <Select
              icon={CalendarClock}
              label={t("dashboard.zone")}
              value={zone}
              options={ZONE_OPTIONS}
              onChoose={(chosen) => {
                keepZone(chosen);
                setZone(chosen);
              }}
            />
            <Button tone="quiet" icon={LogOut} onClick={onLogOut} data-testid="log-out">
              {t("dashboard.logout")}
            </Button>
          </div>
        </div>
        {numbers === undefined ? (
          <p>{problem ? sentence(problem, { t, language }) : t("app.loading")}</p>
        ) : (
          <>
            <Freshness at={numbers.at} isStale={problem !== undefined} times={times} />
            <Charts numbers={numbers} times={times} zone={zone} />
          </>
        )}
      </main>
    </>
  );
}

const ZONE_OPTIONS = zones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));

function Freshness({ at, isStale, times }: { at: Date; isStale: boolean; times: Times }) {
  const t = useT();
  const time = times.second(at);
  return (
    <p className={isStale ? styles.stale : styles.fresh} role={isStale ? "alert" : undefined}>
      {isStale
        ? t("dashboard.stale", { time })
        : t("dashboard.asOf", { time, seconds: LOOK_EVERY })}
    </p>
  );
}

interface Looked {
  /** The last numbers that came, of whichever zone. */
  readonly numbers: Overview | undefined;
  /** Why the last look came to nothing. */
  readonly problem: HttpProblem | undefined;
}

function useNumbers(zone: string, onLeft: () => void): Looked {
  const looked = useQuery({
    queryKey: ["dashboard", "overview", zone],
    queryFn: ({ signal }) => overview(zone, signal),
    refetchInterval: LOOK_EVERY * 1_000,
    networkMode: "always", // a browser that thinks it is offline may well reach a server at home
    placeholderData: (before) => before,
  });
  const got = looked.data;
  const [last, setLast] = useState<Overview>();
  if (got?.ok && got.value !== last) setLast(got.value);
  const isOut = got?.ok === false && got.problem.code === "LOGIN_REQUIRED";
  useEffect(() => {
    if (isOut) onLeft();
  }, [isOut, onLeft]);
  return { numbers: last, problem: got?.ok === false ? got.problem : undefined };
}
