import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import { FormError } from "../ui/FormError.tsx";
import { NicknameField, RoomPasswordField } from "./EntryFields.tsx";
import type { Entry, PreJoinProps } from "./PreJoinPage.tsx";
import styles from "./PreJoinPage.module.css";
import { useEntry } from "./use-entry.ts";

export interface EntryFormProps extends PreJoinProps {
  entry: Entry;
  onEntry: (entry: Entry) => void;
  isLocked: boolean;
  isFull: boolean;
  devices: ReactNode;
}

/** Who you are, the password where one is needed, and Join. */
export function EntryForm(props: EntryFormProps) {
  const { roomName, maxCapacity, entry, onEntry, isLocked, isFull, devices, join } = props;
  const t = useT();
  const { errors, isBusy, mend, submit } = useEntry({
    roomName,
    entry,
    maxCapacity,
    isLocked,
    attempt: join,
  });
  const needsPassword = isLocked || errors.password !== undefined || entry.password !== "";
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <NicknameField {...{ entry, onEntry, errors, mend }} />
      {needsPassword && (
        <RoomPasswordField label={t("field.password")} {...{ entry, onEntry, errors, mend }} />
      )}
      {devices}
      <FormError text={errors.form ?? (isFull ? t("error.roomFull") : undefined)} />
      <div className={styles.submit}>
        <Button type="submit" tone="primary" aria-disabled={isBusy} data-testid="join">
          {t(isBusy ? "prejoin.joining" : "prejoin.join")}
        </Button>
      </div>
    </form>
  );
}
