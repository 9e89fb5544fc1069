import { useId } from "react";
import { useT } from "../i18n/index.ts";
import { reporting, setReporting } from "../lib/reporting.ts";
import { useStore } from "../lib/use-store.ts";
import styles from "./ReportsSwitch.module.css";

/** Whether this browser reports how its calls do. Not there where the server wants no reports. */
export function ReportsSwitch() {
  const t = useT();
  const id = useId();
  const state = useStore(reporting);
  if (state === "not-asked") return null;
  const isRefused = state === "asks-not-to";
  return (
    <div className={styles.box}>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={state === "on"}
          disabled={isRefused}
          aria-describedby={id}
          data-testid="reports"
          onChange={(event) => setReporting(event.target.checked)}
        />
        {t("reports.label")}
      </label>
      <p id={id} className={styles.hint}>
        {t(isRefused ? "reports.refused" : "reports.hint")}
      </p>
    </div>
  );
}
