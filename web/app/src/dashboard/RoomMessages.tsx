import { useQuery } from "@tanstack/react-query";
import type { RoomMessage } from "@eyestalk/protocol";
import { Download, Lock } from "lucide-react";
import { useLanguage, useT, type Translate } from "../i18n/index.ts";
import { sentence } from "../lib/problem-text.ts";
import { Button } from "../ui/Button.tsx";
import { download } from "./csv.ts";
import styles from "./MessagesCard.module.css";
import { readAll, type Reading } from "./readings.ts";
import type { PrivateKey } from "./private-key.ts";
import type { Times } from "./times.ts";
import { useMessages } from "./use-messages.ts";

export interface RoomMessagesProps {
  room: string;
  keys: readonly PrivateKey[];
  times: Times;
}

/** The messages of one room, newest first, those in clear that the keys open. */
export function RoomMessages({ room, keys, times }: RoomMessagesProps) {
  const t = useT();
  const language = useLanguage();
  const { messages, problem, more } = useMessages(room);
  const readings = useReadings(messages ?? NONE, keys);
  if (messages === undefined) return <p>{t("app.loading")}</p>;
  if (problem) return <p role="alert">{sentence(problem, { t, language })}</p>;
  if (messages.length === 0) return <p>{t("dashboard.nothingSaid", { room })}</p>;
  const lines = messages.map((message) => ({
    ...message,
    reading: readings.get(message.id) ?? UNREAD,
  }));
  return (
    <>
      <ol className={styles.lines} data-testid="messages">
        {lines.map(({ id, at, nickname, reading }) => (
          <li key={id}>
            <span className={styles.when}>{times.moment(at)}</span> <strong>{nickname}</strong>
            <p className={reading.kind === "text" ? styles.text : styles.closed}>
              {reading.kind !== "text" && <Lock size={16} aria-hidden="true" />}
              {wordsOf(reading, t)}
            </p>
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        {more && <Button onClick={more}>{t("dashboard.older")}</Button>}
        <Button
          tone="quiet"
          icon={Download}
          data-testid="messages-csv"
          onClick={() => {
            const table = lines.map(({ at, nickname, reading }) => [
              at.toISOString(),
              nickname,
              wordsOf(reading, t),
            ]);
            download("eyestalk-messages.csv", [["time", "nickname", "message"], ...table]);
          }}
        >
          {t("dashboard.csv")}
        </Button>
      </div>
    </>
  );
}

const NONE: readonly RoomMessage[] = [];
const UNREAD: Reading = { kind: "unread" };

/** Kept as long as they are shown, and no longer. */
function useReadings(
  messages: readonly RoomMessage[],
  keys: readonly PrivateKey[],
): ReadonlyMap<string, Reading> {
  const ids = messages.map(({ id }) => id);
  const read = useQuery({
    queryKey: ["dashboard", "readings", ids, keys.map(({ kid }) => kid)],
    queryFn: () => readAll(messages, keys),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return read.data ?? EMPTY;
}

const EMPTY: ReadonlyMap<string, Reading> = new Map();

function wordsOf(reading: Reading, t: Translate): string {
  switch (reading.kind) {
    case "text":
      return reading.text;
    case "unread":
      return t("dashboard.opening");
    case "nothing-kept":
      return t("dashboard.nothingKept");
    case "needs-key":
      return t("dashboard.needsKey", { kid: reading.kid.slice(0, 8) });
    case "broken":
      return t("dashboard.broken");
  }
}
