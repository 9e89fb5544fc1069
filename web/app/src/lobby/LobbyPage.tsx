import { LogIn, Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { useT } from "../i18n/index.ts";
import type { ServerLink } from "../session/index.ts";
import { Button } from "../ui/Button.tsx";
import { TopBar } from "../ui/TopBar.tsx";
import { CreateRoomDialog, type CreatedEntry } from "./CreateRoomDialog.tsx";
import { EmptyLobby, NoMatch } from "./EmptyLobby.tsx";
import { EnterDialog } from "./EnterDialog.tsx";
import styles from "./LobbyPage.module.css";
import { RoomListState } from "./RoomListState.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { useRooms } from "./use-rooms.ts";

/** More than this is on "all meetings". */
const SHOWN = 24;

export interface LobbyProps {
  link: ServerLink;
  /** The most seats a room may have, as the server is configured. */
  maxCapacity: number;
  defaultCapacity: number;
  onCreated: (entry: CreatedEntry) => void;
  onEnter: (roomName: string) => void;
}

type Open = { dialog: "create"; roomName: string } | { dialog: "enter" } | undefined;

/** What is going on now, and the two ways into a meeting. */
export function LobbyPage({ link, maxCapacity, defaultCapacity, onCreated, onEnter }: LobbyProps) {
  const t = useT();
  const [text, setText] = useState("");
  const [open, setOpen] = useState<Open>();
  const rooms = useRooms(link, text);
  const isSearching = text.trim() !== "";
  const start = (roomName: string): void => setOpen({ dialog: "create", roomName });
  return (
    <>
      <TopBar title={t("lobby.title")} />
      <main className={styles.page}>
        <section className={styles.hero}>
          <h1 className={styles.headline}>{t("lobby.headline")}</h1>
          <div className={styles.ways}>
            <Button
              tone="primary"
              icon={Plus}
              onClick={() => start("")}
              // The open dialog's own button carries the name on: one element has it at a time.
              data-testid={open ? undefined : "create-room"}
            >
              {t("lobby.start")}
            </Button>
            <Button icon={LogIn} onClick={() => setOpen({ dialog: "enter" })}>
              {t("lobby.enter")}
            </Button>
          </div>
        </section>
        <div className={styles.tools}>
          <SearchBox text={text} onText={setText} />
          <output className={styles.count}>
            {isSearching && rooms.state === "ready" && t("lobby.found", { count: rooms.total })}
          </output>
          {!isSearching && rooms.total > 0 && (
            <Link href="/rooms" className={styles.all}>
              {t("lobby.all", { total: rooms.total })}
            </Link>
          )}
        </div>
        <RoomListState
          rooms={{ ...rooms, rooms: isSearching ? rooms.rooms : rooms.rooms.slice(0, SHOWN) }}
          empty={
            isSearching ? (
              <NoMatch text={text.trim()} onStart={start} />
            ) : (
              <EmptyLobby onStart={() => start("")} />
            )
          }
        />
      </main>
      {open?.dialog === "create" && (
        <CreateRoomDialog
          roomName={open.roomName}
          maxCapacity={maxCapacity}
          defaultCapacity={defaultCapacity}
          onCreated={onCreated}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.dialog === "enter" && (
        <EnterDialog onEnter={onEnter} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
