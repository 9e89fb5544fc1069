import type { LucideIcon } from "lucide-react";
import type { Option } from "./SelectField.tsx";
import styles from "./Select.module.css";

export interface SelectProps {
  icon: LucideIcon;
  label: string;
  value: string;
  options: readonly Option[];
  onChoose: (value: string) => void;
}

/** A small native select for a bar, with an icon and a name for screen readers. */
export function Select({ icon: Icon, label, value, options, onChoose }: SelectProps) {
  return (
    <span className={styles.box}>
      <Icon size={20} aria-hidden="true" />
      <select
        aria-label={label}
        className={styles.select}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
