import { useT } from "../i18n/index.ts";
import { LONGEST } from "../lib/entry-rules.ts";
import type { FieldErrors } from "../lib/problem-text.ts";
import { PasswordField } from "../ui/PasswordField.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { Entry } from "./PreJoinPage.tsx";

export interface EntryFieldProps {
  entry: Entry;
  onEntry: (entry: Entry) => void;
  errors: FieldErrors;
  mend: (field: keyof FieldErrors) => void;
}

/** What the others will call this person. */
export function NicknameField({ entry, onEntry, errors, mend }: EntryFieldProps) {
  const t = useT();
  return (
    <TextField
      label={t("field.nickname")}
      value={entry.nickname}
      maxLength={LONGEST.nickname}
      autoComplete="nickname"
      enterKeyHint="go"
      error={errors.nickname}
      onText={(nickname) => {
        onEntry({ ...entry, nickname });
        mend("nickname");
      }}
      data-testid="nickname"
    />
  );
}

/** The password of a room: of one that is locked, or of one that is about to be. */
export function RoomPasswordField({
  label,
  hint,
  entry,
  onEntry,
  errors,
  mend,
}: EntryFieldProps & { label: string; hint?: string }) {
  return (
    <PasswordField
      label={label}
      hint={hint}
      value={entry.password}
      maxLength={LONGEST.password}
      enterKeyHint="go"
      error={errors.password}
      onText={(password) => {
        onEntry({ ...entry, password });
        mend("password");
      }}
      data-testid="password"
    />
  );
}
