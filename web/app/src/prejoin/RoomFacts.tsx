import type { Room } from "@eyestalk/protocol";
import { Lock } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import { Spoken } from "../ui/Spoken.tsx";
import styles from "./PreJoinPage.module.css";

export interface RoomFactsProps {
  roomName: string;
  room: {
    readonly status: "pending" | "error" | "success";
    readonly data: Room | null | undefined;
    readonly refetch: () => Promise<unknown>;
  };
}

/** Which meeting this is and how many are there already. */
export function RoomFacts({ roomName, room }: RoomFactsProps) {
  const t = useT();
  if (room.data === null) {
    return (
      <div className={styles.facts}>
        <h1 className={styles.name}>{t("prejoin.goneTitle", { name: roomName })}</h1>
        <p className={styles.muted}>{t("prejoin.gone")}</p>
      </div>
    );
  }
  return (
    <div className={styles.facts}>
      <h1 className={styles.name}>
        <span>{roomName}</span>
        {room.data?.locked && (
          <>
            <Lock size={20} aria-hidden="true" />
            <Spoken>{t("lobby.locked")}</Spoken>
          </>
        )}
      </h1>
      <output className={styles.muted}>
        {room.status === "pending" && t("prejoin.looking")}
        {room.data && <WhoIsHere room={room.data} />}
      </output>
      {room.status === "error" && !room.data && (
        <div className={styles.failed} role="alert">
          <p>{t("prejoin.lookUpFailed")}</p>
          <Button onClick={() => void room.refetch()}>{t("app.retry")}</Button>
        </div>
      )}
    </div>
  );
}

function WhoIsHere({ room }: { room: Room }) {
  const t = useT();
  if (room.roomEnterUser === 0) return t("prejoin.first");
  return t("prejoin.here", { count: room.roomEnterUser, seats: room.roomCapacity });
}
