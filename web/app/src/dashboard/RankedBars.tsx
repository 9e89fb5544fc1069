import type { ReactNode } from "react";
import styles from "./RankedBars.module.css";

interface Ranked {
  readonly key: string;
  readonly name: ReactNode;
  readonly count: number;
}

export interface RankedBarsProps {
  nameLabel: string;
  countLabel: string;
  rows: readonly Ranked[];
  write: (count: number) => string;
  /** Said in place of an empty table. */
  empty: string;
}

/** Things by how often they happened, as a table whose rows carry bars. */
export function RankedBars({ nameLabel, countLabel, rows, write, empty }: RankedBarsProps) {
  if (rows.length === 0) return <p className={styles.empty}>{empty}</p>;
  const most = Math.max(...rows.map(({ count }) => count));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{nameLabel}</th>
          <th scope="col">{countLabel}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, count }) => (
          <tr key={key}>
            <th scope="row">
              <span className={styles.name}>{name}</span>
              <span className={styles.bar} style={{ width: `${(100 * count) / most}%` }} />
            </th>
            <td>{write(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
