import { useT } from "../i18n/index.ts";
import { RoomCard } from "./RoomCard.tsx";
import styles from "./RoomList.module.css";
import type { LobbyRoom } from "./room-changes.ts";

/** Rooms as cards, one to four in a row. */
export function RoomList({ rooms }: { rooms: readonly LobbyRoom[] }) {
  const t = useT();
  return (
    <ul className={styles.list} aria-label={t("lobby.rooms")}>
      {rooms.map((room) => (
        <RoomCard key={room.roomId} room={room} />
      ))}
    </ul>
  );
}

/** The shape of the list before it is there. */
export function RoomListSkeleton() {
  const t = useT();
  return (
    <output className={styles.list} aria-label={t("app.loading")}>
      {["a", "b", "c", "d"].map((key) => (
        <span key={key} className={styles.bone} />
      ))}
    </output>
  );
}
