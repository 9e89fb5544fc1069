import { Lock } from "lucide-react";
import { Link } from "wouter";
import { useLanguage, useT } from "../i18n/index.ts";
import { roomPath } from "../lib/links.ts";
import { clock, timeAgo } from "../lib/time.ts";
import { useStore } from "../lib/use-store.ts";
import { classes } from "../ui/classes.ts";
import { Spoken } from "../ui/Spoken.tsx";
import styles from "./RoomCard.module.css";
import type { LobbyRoom } from "./room-changes.ts";
import { Seats } from "./Seats.tsx";

/** "3 minutes ago" moves on by itself. */
const minutes = clock(20_000);

/** One room. A full one stays visible, says why, and leads nowhere. */
export function RoomCard({ room }: { room: LobbyRoom }) {
  const t = useT();
  const language = useLanguage();
  const now = useStore(minutes);
  const isFull = room.roomEnterUser >= room.roomCapacity;
  const isEnded = room.mark === "ended";
  const isOpen = !isFull && !isEnded;
  return (
    <li
      className={classes(
        styles.card,
        isOpen ? styles.open : styles.shut,
        room.mark && styles[room.mark],
      )}
      data-testid="room-card"
      data-full={isFull}
    >
      <h2 className={styles.name}>
        {isOpen ? (
          <Link href={roomPath(room.roomName)} className={styles.link}>
            {room.roomName}
          </Link>
        ) : (
          room.roomName
        )}
      </h2>
      {room.locked && (
        <span className={styles.lock}>
          <Lock size={18} aria-hidden="true" />
          <Spoken>{t("lobby.locked")}</Spoken>
        </span>
      )}
      <Seats taken={room.roomEnterUser} seats={room.roomCapacity} />
      <time className={styles.since} dateTime={room.roomCreateAt.toISOString()}>
        {isEnded ? t("lobby.ended") : timeAgo(room.roomCreateAt, now, language)}
      </time>
    </li>
  );
}
