import { useState, type FormEvent } from "react";
import { useT } from "../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { ChartCard } from "./ChartCard.tsx";
import { KeyChooser } from "./KeyChooser.tsx";
import styles from "./MessagesCard.module.css";
import type { PrivateKey } from "./private-key.ts";
import { RoomMessages } from "./RoomMessages.tsx";
import type { Times } from "./times.ts";

export interface MessagesCardProps {
  /** The room whose messages are shown; empty: none yet. */
  room: string;
  onRoom: (room: string) => void;
  times: Times;
}

/** What was said in one room, read with a key that stays in this page. */
export function MessagesCard({ room, onRoom, times }: MessagesCardProps) {
  const t = useT();
  const [keys, setKeys] = useState<readonly PrivateKey[]>([]);
  return (
    <ChartCard
      chart="messages"
      title={t("dashboard.messagesOfRoom")}
      note={t("dashboard.keyNote")}
      wide
    >
      <div className={styles.choices}>
        <RoomForm key={room} room={room} onRoom={onRoom} />
        <KeyChooser keys={keys} onKeys={setKeys} />
      </div>
      {room !== "" && <RoomMessages key={room} room={room} keys={keys} times={times} />}
    </ChartCard>
  );
}

function RoomForm({ room, onRoom }: Pick<MessagesCardProps, "room" | "onRoom">) {
  const t = useT();
  const [typed, setTyped] = useState(room);
  function submit(event: FormEvent): void {
    event.preventDefault();
    onRoom(typed.trim());
  }
  return (
    <form className={styles.room} onSubmit={submit}>
      <TextField
        label={t("dashboard.room")}
        value={typed}
        onText={setTyped}
        maxLength={100}
        data-testid="messages-room"
      />
      <Button type="submit" data-testid="messages-show">
        {t("dashboard.show")}
      </Button>
    </form>
  );
}
