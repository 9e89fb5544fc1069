import { useT } from "../i18n/index.ts";
import type { Participant } from "../session/index.ts";
import styles from "./ConnectionDetails.module.css";
import { qualityText } from "./quality.ts";

/** How the link to each person does, in words and in numbers. */
export function ConnectionDetails({ participants }: { participants: readonly Participant[] }) {
  const t = useT();
  return (
    <div className={styles.details}>
      {participants.length === 0 && <p>{t("quality.nobody")}</p>}
      <dl className={styles.links}>
        {participants.map(({ sid, name, connection }) => (
          <div key={sid} className={styles.link}>
            <dt className={styles.name}>{name}</dt>
            <dd>{qualityText(connection, t)}</dd>
            <Figure value={connection.rttMs} words={(value) => t("quality.rtt", { value })} />
            <Figure
              value={connection.lossPercent}
              words={(value) => t("quality.loss", { value })}
            />
            <Figure value={connection.kbps} words={(value) => t("quality.rate", { value })} />
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t("quality.private")}</p>
    </div>
  );
}

function Figure({ value, words }: { value: number | undefined; words: (value: number) => string }) {
  if (value === undefined) return null;
  return <dd className={styles.figure}>{words(Math.round(value * 10) / 10)}</dd>;
}
