import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import styles from "./EmptyLobby.module.css";
import { RoomList, RoomListSkeleton } from "./RoomList.tsx";
import type { Rooms } from "./use-rooms.ts";

/** The list, or what stands in its place: loading, failed, empty. */
export function RoomListState({ rooms, empty }: { rooms: Rooms; empty: ReactNode }) {
  const t = useT();
  if (rooms.rooms.length > 0) return <RoomList rooms={rooms.rooms} />;
  if (rooms.state === "loading") return <RoomListSkeleton />;
  if (rooms.state === "ready") return empty;
  return (
    <div className={styles.empty} role="alert">
      <p>{t("lobby.failed")}</p>
      <Button icon={RotateCw} onClick={rooms.retry}>
        {t("app.retry")}
      </Button>
    </div>
  );
}
