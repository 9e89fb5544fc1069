import { useState, type SubmitEvent } from "react";
import { useT } from "../i18n/index.ts";
import { roomNameFromText } from "../lib/links.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import styles from "./CreateRoomDialog.module.css";

export interface EnterDialogProps {
  onEnter: (roomName: string) => void;
  onClose: () => void;
}

/** 방 입장하기: for somebody who was told a name or sent a link. */
export function EnterDialog({ onEnter, onClose }: EnterDialogProps) {
  const t = useT();
  const [text, setText] = useState("");
  const [isMissing, setMissing] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const roomName = roomNameFromText(text, location.origin);
    if (roomName) onEnter(roomName);
    else setMissing(true);
  };
  return (
    <Dialog title={t("enter.title")} size="small" onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <TextField
          label={t("enter.what")}
          hint={t("enter.hint")}
          error={isMissing ? t("enter.missing") : undefined}
          value={text}
          onText={(next) => {
            setText(next);
            setMissing(false);
          }}
          data-testid="enter-room-name"
        />
        <Button type="submit" tone="primary">
          {t("enter.submit")}
        </Button>
      </form>
    </Dialog>
  );
}
