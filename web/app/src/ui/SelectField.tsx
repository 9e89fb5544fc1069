import type { ComponentProps } from "react";
import { Field } from "./Field.tsx";
import styles from "./Field.module.css";

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps extends Omit<ComponentProps<"select">, "value" | "onChange"> {
  label: string;
  value: string;
  options: readonly Option[];
  onChoose: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  "data-testid"?: string | undefined;
}

/** A native select: every platform brings its own best one. */
export function SelectField({
  label,
  value,
  options,
  onChoose,
  hint,
  error,
  ...rest
}: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <select
          {...rest}
          {...control}
          className={styles.control}
          value={value}
          onChange={(event) => onChoose(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
