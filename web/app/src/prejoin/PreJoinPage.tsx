import type { LocalMedia, Result, Store } from "@eyestalk/mesh";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { lastNickname } from "../lib/nickname.ts";
import type { JoinRequest, Problem } from "../session/index.ts";
import { DeviceSelects } from "../ui/DeviceSelects.tsx";
import { TopBar } from "../ui/TopBar.tsx";
import { EntryForm } from "./EntryForm.tsx";
import styles from "./PreJoinPage.module.css";
import { Preview } from "./Preview.tsx";
import { RoomFacts } from "./RoomFacts.tsx";
import { roomQuery } from "./room-query.ts";
import { StartForm } from "./StartForm.tsx";

/** What a person is called and knows, kept while the form below changes. */
export interface Entry {
  readonly nickname: string;
  readonly password: string;
}

export interface PreJoinProps {
  roomName: string;
  media: LocalMedia;
  isEntering: Store<boolean>;
  /** What is known already: from the link (`?name=`) or from creating the room. */
  known: Partial<Entry>;
  maxCapacity: number;
  defaultCapacity: number;
  join: (request: JoinRequest) => Promise<Result<void, Problem>>;
}

/** The last look into the mirror: see yourself, hear that you are heard, say who you are. */
export function PreJoinPage(props: PreJoinProps) {
  const { roomName, media, isEntering, known } = props;
  const t = useT();
  const room = useQuery(roomQuery(roomName));
  const [entry, setEntry] = useState<Entry>(() => ({
    nickname: known.nickname ?? lastNickname(),
    password: known.password ?? "",
  }));
  const isGone = room.isSuccess && room.data === null;
  const form = { ...props, entry, onEntry: setEntry };
  return (
    <>
      <TopBar title={roomName} />
      <main className={styles.page}>
        <Preview media={media} isEntering={isEntering} />
        <div className={styles.side}>
          <RoomFacts roomName={roomName} room={room} />
          {isGone ? (
            <StartForm {...form} devices={<DeviceSelects media={media} />} />
          ) : (
            <EntryForm
              {...form}
              isLocked={room.data?.locked ?? false}
              isFull={room.data ? room.data.roomEnterUser >= room.data.roomCapacity : false}
              devices={<DeviceSelects media={media} />}
            />
          )}
          {/* In a tab of its own: this one holds the camera and what was typed. */}
          <a className={styles.check} href="/check" target="_blank" rel="noreferrer">
            {t("check.open")}
          </a>
        </div>
      </main>
    </>
  );
}
