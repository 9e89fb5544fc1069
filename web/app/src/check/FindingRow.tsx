import { CircleAlert, CircleCheck, CircleDashed, Info } from "lucide-react";
import { useT } from "../i18n/index.ts";
import styles from "./CheckPage.module.css";
import type { Finding, Subject } from "./findings.ts";

const ICONS = { good: CircleCheck, "worth-knowing": Info, bad: CircleAlert } as const;

export interface FindingRowProps {
  subject: Subject;
  /** Absent while it is still being looked at. */
  finding: Finding | undefined;
}

/** One point of the check: its name, what was found, what to do. */
export function FindingRow({ subject, finding }: FindingRowProps) {
  const t = useT();
  const Icon = finding ? ICONS[finding.outcome] : CircleDashed;
  return (
    <li
      className={styles.row}
      data-testid="finding"
      data-subject={subject}
      data-outcome={finding?.outcome ?? "looking"}
    >
      <Icon size={20} aria-hidden="true" className={styles.icon} />
      <div>
        <h2 className={styles.subject}>{t(`check.${subject}`)}</h2>
        <p>
          {t(finding?.sentence ?? "check.looking")}
          {finding?.detail && <span className={styles.detail}> {finding.detail}</span>}
        </p>
        {finding?.advice && <p className={styles.advice}>{t(finding.advice)}</p>}
      </div>
    </li>
  );
}
