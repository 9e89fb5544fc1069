import { Field } from "./Field.tsx";
import styles from "./Field.module.css";
import { NativeSelect, type NativeSelectProps } from "./NativeSelect.tsx";

export interface SelectFieldProps extends NativeSelectProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  "data-testid"?: string | undefined;
}

/** A select with its label and its error. */
export function SelectField({ label, hint, error, ...rest }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <NativeSelect {...rest} {...control} className={styles.control} />}
    </Field>
  );
}
