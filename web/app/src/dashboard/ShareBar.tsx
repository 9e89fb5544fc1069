import type { Overview } from "@eyestalk/protocol";
import { useT } from "../i18n/index.ts";
import { classes } from "../ui/classes.ts";
import styles from "./ShareBar.module.css";
import type { Times } from "./times.ts";

/** How many of all calls go directly, and how many over the relay. */
export function ShareBar({ paths, times }: { paths: Overview["paths"]; times: Times }) {
  const t = useT();
  const all = paths.direct + paths.relayed;
  if (all === 0) return <p>{t("dashboard.noPaths")}</p>;
  const parts = [
    { name: "direct", label: t("dashboard.direct"), count: paths.direct },
    { name: "relay", label: t("dashboard.relay"), count: paths.relayed },
  ] as const;
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {parts.map(({ name, count }) => (
          <span key={name} className={styles[name]} style={{ width: `${(100 * count) / all}%` }} />
        ))}
      </div>
      <dl className={styles.parts}>
        {parts.map(({ name, label, count }) => (
          <div key={name}>
            <dt>
              <span className={classes(styles.key, styles[name])} aria-hidden="true" />
              {label}
            </dt>
            <dd data-testid={`share-${name}`}>
              {times.percent(count / all)} ({times.count(count)})
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
