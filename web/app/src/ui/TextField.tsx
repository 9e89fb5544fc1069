import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { Field } from "./Field.tsx";
import styles from "./Field.module.css";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  label: string;
  value: string;
  onText: (text: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  "data-testid"?: string | undefined;
}

/** One line of text with its label and its error. */
export function TextField({
  label,
  value,
  onText,
  hint,
  error,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...control}
          className={classes(styles.control, className)}
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}
