import { useT } from "../i18n/index.ts";
import { LONGEST } from "../lib/entry-rules.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { FormError } from "../ui/FormError.tsx";
import { PasswordField } from "../ui/PasswordField.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { seatOptions } from "../ui/seat-options.ts";
import { TextField } from "../ui/TextField.tsx";
import styles from "./CreateRoomDialog.module.css";
import { useCreateRoom } from "./use-create-room.ts";
import { useIsNameTaken } from "./use-name-check.ts";

/** What was created and by whom: enough to go straight to the pre-join page. */
export interface CreatedEntry {
  readonly roomName: string;
  readonly nickname: string;
  readonly password: string;
}

export interface CreateRoomDialogProps {
  /** What the name field starts with. */
  roomName: string;
  maxCapacity: number;
  defaultCapacity: number;
  onCreated: (entry: CreatedEntry) => void;
  onClose: () => void;
}

/** 방 만들기: a name, seats, a nickname, and a password for those who want one. */
export function CreateRoomDialog(props: CreateRoomDialogProps) {
  const { maxCapacity, onClose } = props;
  const t = useT();
  const { form, errors, isBusy, change, submit } = useCreateRoom(props);
  const isTaken = useIsNameTaken(form.roomName);
  const taken = isTaken ? t("error.roomNameTaken", { name: form.roomName.trim() }) : undefined;
  return (
    <Dialog title={t("create.title")} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <TextField
          label={t("field.roomName")}
          value={form.roomName}
          maxLength={LONGEST.roomName}
          error={errors.roomName ?? taken}
          onText={(roomName) => change({ roomName })}
          data-testid="room-name"
        />
        <SelectField
          label={t("field.capacity")}
          value={String(form.capacity)}
          options={seatOptions(maxCapacity, t)}
          error={errors.capacity}
          onChoose={(capacity) => change({ capacity: Number(capacity) })}
          data-testid="room-capacity"
        />
        <TextField
          label={t("field.nickname")}
          value={form.nickname}
          maxLength={LONGEST.nickname}
          autoComplete="nickname"
          error={errors.nickname}
          onText={(nickname) => change({ nickname })}
          data-testid="nickname"
        />
        <PasswordField
          label={t("field.passwordOptional")}
          hint={t("field.passwordHint")}
          value={form.password}
          maxLength={LONGEST.password}
          autoComplete="new-password"
          error={errors.password}
          onText={(password) => change({ password })}
          data-testid="password"
        />
        <FormError text={errors.form} />
        <Button type="submit" tone="primary" aria-disabled={isBusy} data-testid="create-room">
          {t(isBusy ? "create.busy" : "create.submit")}
        </Button>
      </form>
    </Dialog>
  );
}
