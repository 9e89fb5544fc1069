import type { Overview } from "@eyestalk/protocol";
import { useT } from "../i18n/index.ts";
import styles from "./NowTiles.module.css";
import type { Times } from "./times.ts";

/** What there is at this moment. */
export function NowTiles({ now, times }: { now: Overview["now"]; times: Times }) {
  const t = useT();
  const tiles = [
    { name: "rooms", label: t("dashboard.rooms"), count: now.rooms },
    { name: "members", label: t("dashboard.members"), count: now.members },
    { name: "nodes", label: t("dashboard.nodes"), count: now.nodes },
  ];
  return (
    <dl className={styles.tiles}>
      {tiles.map(({ name, label, count }) => (
        <div key={name} className={styles.tile}>
          <dt>{label}</dt>
          <dd data-testid={`now-${name}`}>{times.count(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
