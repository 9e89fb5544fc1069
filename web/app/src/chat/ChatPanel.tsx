import { watch } from "@eyestalk/mesh";
import { X } from "lucide-react";
import { useCallback, useId, type KeyboardEvent } from "react";
import { useT } from "../i18n/index.ts";
import { useStore } from "../lib/use-store.ts";
import type { Chat } from "../session/index.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { ChatComposer, type Recipient } from "./ChatComposer.tsx";
import { ChatLineView } from "./ChatLineView.tsx";
import styles from "./ChatPanel.module.css";

export interface ChatPanelProps {
  chat: Chat;
  /** Who can be written to alone. */
  recipients: readonly Recipient[];
  onClose: () => void;
}

/** The chat of the meeting: to everybody or to one person. Open means read. */
export function ChatPanel({ chat, recipients, onClose }: ChatPanelProps) {
  const t = useT();
  const titleId = useId();
  const lines = useStore(chat.lines);
  const readWhileOpen = useCallback(() => watch(chat.unread, () => chat.markRead()), [chat]);
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose();
  };
  return (
    // The keys come from the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={readWhileOpen}
      className={styles.panel}
      aria-labelledby={titleId}
      onKeyDown={closeOnEscape}
    >
      <header className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {t("chat.title")}
        </h2>
        <IconButton icon={X} label={t("app.close")} tip="belowEnd" onClick={onClose} />
      </header>
      {/* Upside down: the browser itself keeps the newest line in view. Focusable: keys scroll it. */}
      <div
        className={styles.scroll}
        role="log"
        aria-live="off"
        aria-label={t("chat.log")}
        tabIndex={0} // oxlint-disable-line jsx-a11y/no-noninteractive-tabindex
      >
        <ol className={styles.lines}>
          {lines.map((line) => (
            <ChatLineView key={line.id} line={line} onResend={() => chat.resend(line.id)} />
          ))}
        </ol>
        {lines.length === 0 && <p className={styles.empty}>{t("chat.empty")}</p>}
      </div>
      <ChatComposer recipients={recipients} onSend={chat.send} />
    </aside>
  );
}
