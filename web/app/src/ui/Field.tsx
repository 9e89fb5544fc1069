import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";
import styles from "./Field.module.css";

/** What a field's own control must carry, so that label, hint and error belong to it. */
interface FieldControl {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

export interface FieldProps {
  label: string;
  hint?: string | undefined;
  /** The sentence under the field; none means the field is right. */
  error?: string | undefined;
  children: (control: FieldControl) => ReactNode;
}

/** A label, a control, and the hint or the error right under it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}note`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": error || hint ? noteId : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      <div id={noteId} aria-live="polite">
        {error ? (
          <p className={styles.error}>
            <CircleAlert size={16} aria-hidden="true" />
            <span>{error}</span>
          </p>
        ) : (
          hint && <p className={styles.hint}>{hint}</p>
        )}
      </div>
    </div>
  );
}
