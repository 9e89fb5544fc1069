import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { Field } from "./Field.tsx";
import styles from "./Field.module.css";
import { IconButton } from "./IconButton.tsx";
import type { TextFieldProps } from "./TextField.tsx";

/** A password with a button that shows it. */
export function PasswordField({ label, value, onText, hint, error, ...rest }: TextFieldProps) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className={styles.reveal}>
          <input
            autoComplete="off"
            {...rest}
            {...control}
            type={isShown ? "text" : "password"}
            className={styles.control}
            value={value}
            onChange={(event) => onText(event.target.value)}
          />
          <IconButton
            icon={isShown ? EyeOff : Eye}
            label={t(isShown ? "app.hidePassword" : "app.showPassword")}
            tip="belowEnd"
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          />
        </div>
      )}
    </Field>
  );
}
