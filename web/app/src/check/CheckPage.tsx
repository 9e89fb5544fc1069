import { RotateCw } from "lucide-react";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { useStore } from "../lib/use-store.ts";
import type { ServerLink } from "../session/index.ts";
import { Button } from "../ui/Button.tsx";
import { ReportsSwitch } from "../ui/ReportsSwitch.tsx";
import { TopBar } from "../ui/TopBar.tsx";
import styles from "./CheckPage.module.css";
import { FindingRow } from "./FindingRow.tsx";
import { SUBJECTS, verdictOn } from "./findings.ts";
import { useConnectionCheck } from "./use-connection-check.ts";

export interface CheckPageProps {
  link: ServerLink;
}

/** Whether calls work from here, and what to do if not; each point in one sentence. */
export function CheckPage({ link }: CheckPageProps) {
  const [runs, setRuns] = useState(1);
  const t = useT();
  return (
    <>
      <TopBar title={t("check.title")} />
      <main className={styles.page}>
        <h1 className={styles.title}>{t("check.title")}</h1>
        <p className={styles.intro}>{t("check.intro")}</p>
        <Run key={runs} link={link} onAgain={() => setRuns(runs + 1)} />
        <ReportsSwitch />
      </main>
    </>
  );
}

/** One run, from nothing known to the verdict. */
function Run({ link, onAgain }: CheckPageProps & { onAgain: () => void }) {
  const t = useT();
  const found = useStore(useConnectionCheck(link));
  const verdict = verdictOn(found);
  return (
    <>
      <output className={styles.verdict} data-testid="verdict" data-outcome={verdict?.outcome}>
        <strong>{t(verdict?.sentence ?? "check.verdict.looking")}</strong>
        {verdict?.advice && <span>{t(verdict.advice)}</span>}
      </output>
      <ul className={styles.list}>
        {SUBJECTS.map((subject) => (
          <FindingRow key={subject} subject={subject} finding={found[subject]} />
        ))}
      </ul>
      <div>
        <Button icon={RotateCw} onClick={onAgain}>
          {t("check.again")}
        </Button>
      </div>
    </>
  );
}
