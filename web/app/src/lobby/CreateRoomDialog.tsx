import { useState, type SubmitEvent } from "react";
import { useLanguage, useT } from "../i18n/index.ts";
import { LONGEST } from "../lib/entry-rules.ts";
import { focusFirstInvalid } from "../lib/focus.ts";
import { keepNickname, lastNickname } from "../lib/nickname.ts";
import { explain, type FieldErrors } from "../lib/problem-text.ts";
import { createRoom } from "../lib/rooms-api.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { FormError } from "../ui/FormError.tsx";
import { PasswordField } from "../ui/PasswordField.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { seatOptions } from "../ui/seat-options.ts";
import { TextField } from "../ui/TextField.tsx";
import styles from "./CreateRoomDialog.module.css";
import { checkNewRoom, type NewRoomForm } from "./new-room.ts";
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
  const { maxCapacity, onCreated, onClose } = props;
  const t = useT();
  const language = useLanguage();
  const [form, setForm] = useState<NewRoomForm>(() => ({
    roomName: props.roomName,
    capacity: Math.min(props.defaultCapacity, maxCapacity),
    nickname: lastNickname(),
    password: "",
  }));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [isBusy, setBusy] = useState(false);
  const isTaken = useIsNameTaken(form.roomName);
  const taken = isTaken ? t("error.roomNameTaken", { name: form.roomName.trim() }) : undefined;

  const change = (part: Partial<NewRoomForm>): void => {
    setForm({ ...form, ...part });
    const mended = Object.fromEntries(Object.keys(part).map((field) => [field, undefined]));
    setErrors({ ...errors, ...mended, form: undefined });
  };
  const refuse = (wrong: FieldErrors, at: HTMLFormElement): void => {
    setErrors(wrong);
    focusFirstInvalid(at);
  };
  const submit = async (at: HTMLFormElement): Promise<void> => {
    const wrong = checkNewRoom(form, t);
    if (Object.keys(wrong).length > 0) return refuse(wrong, at);
    const { capacity } = form;
    const [roomName, nickname] = [form.roomName.trim(), form.nickname.trim()];
    setBusy(true);
    const created = await createRoom({
      roomName,
      roomCapacity: capacity,
      userNickname: nickname,
      ...(form.password && { roomPassword: form.password }),
    });
    setBusy(false);
    if (created.ok) {
      keepNickname(nickname);
      onCreated({ roomName: created.value.roomName, nickname, password: form.password });
    } else {
      const entered = { ...form, roomName, maxCapacity };
      refuse(explain(created.problem, entered, { t, language }), at);
    }
  };

  return (
    <Dialog title={t("create.title")} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          if (!isBusy) void submit(event.currentTarget);
        }}
      >
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
