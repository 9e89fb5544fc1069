import { CircleAlert } from "lucide-react";
import styles from "./Field.module.css";

/** What no single field can mend, right above the button that was pressed. */
export function FormError({ text }: { text: string | undefined }) {
  return (
    <div role="alert" className={styles.form}>
      {text && (
        <p className={styles.error}>
          <CircleAlert size={16} aria-hidden="true" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
