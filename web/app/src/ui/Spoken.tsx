import type { ReactNode } from "react";
import styles from "./Spoken.module.css";

/** Words for screen readers, where the eye has an icon. */
export function Spoken({ children }: { children: ReactNode }) {
  return <span className={styles.spoken}>{children}</span>;
}
