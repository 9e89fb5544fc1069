import type { LucideIcon } from "lucide-react";
import { type Choice, NativeSelect } from "./NativeSelect.tsx";
import styles from "./Select.module.css";

export interface SelectProps extends Choice {
  icon: LucideIcon;
  label: string;
}

/** A small select for a bar, with an icon and a name for screen readers. */
export function Select({ icon: Icon, label, ...choice }: SelectProps) {
  return (
    <span className={styles.box}>
      <Icon size={20} aria-hidden="true" />
      <NativeSelect {...choice} aria-label={label} className={styles.select} />
    </span>
  );
}
