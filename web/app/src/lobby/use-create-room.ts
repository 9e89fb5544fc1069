import { useState, type SubmitEvent } from "react";
import { useLanguage, useT } from "../i18n/index.ts";
import { focusFirstInvalid } from "../lib/focus.ts";
import { keepNickname, lastNickname } from "../lib/nickname.ts";
import { explain, type FieldErrors } from "../lib/problem-text.ts";
import { createRoom } from "../lib/rooms-api.ts";
import type { CreateRoomDialogProps } from "./CreateRoomDialog.tsx";
import { checkNewRoom, type NewRoomForm } from "./new-room.ts";

/** The half-typed form, what is wrong with it, and the way to the server. */
export interface CreateRoomAttempt {
  readonly form: NewRoomForm;
  readonly errors: FieldErrors;
  readonly isBusy: boolean;
  /** Types into the form; the errors of what is typed go. */
  readonly change: (part: Partial<NewRoomForm>) => void;
  readonly submit: (event: SubmitEvent<HTMLFormElement>) => void;
}

/** One attempt after another to create a room, with the errors of the last one. */
export function useCreateRoom(props: CreateRoomDialogProps): CreateRoomAttempt {
  const { maxCapacity, onCreated } = props;
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

  const refuse = (wrong: FieldErrors, at: HTMLFormElement): void => {
    setErrors(wrong);
    focusFirstInvalid(at);
  };
  const create = async (at: HTMLFormElement): Promise<void> => {
    const wrong = checkNewRoom(form, t);
    if (Object.keys(wrong).length > 0) return refuse(wrong, at);
    const [roomName, nickname] = [form.roomName.trim(), form.nickname.trim()];
    setBusy(true);
    const created = await createRoom({
      roomName,
      roomCapacity: form.capacity,
      userNickname: nickname,
      ...(form.password && { roomPassword: form.password }),
    });
    setBusy(false);
    if (!created.ok) {
      const entered = { ...form, roomName, maxCapacity };
      return refuse(explain(created.problem, entered, { t, language }), at);
    }
    keepNickname(nickname);
    onCreated({ roomName: created.value.roomName, nickname, password: form.password });
  };
  return {
    form,
    errors,
    isBusy,
    change: (part) => {
      setForm({ ...form, ...part });
      const mended = Object.fromEntries(Object.keys(part).map((field) => [field, undefined]));
      setErrors({ ...errors, ...mended, form: undefined });
    },
    submit: (event) => {
      event.preventDefault();
      if (!isBusy) void create(event.currentTarget);
    },
  };
}
