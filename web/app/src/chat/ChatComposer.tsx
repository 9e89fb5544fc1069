import { SendHorizontal } from "lucide-react";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { useT } from "../i18n/index.ts";
import { LONGEST } from "../lib/entry-rules.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { Spoken } from "../ui/Spoken.tsx";
import styles from "./ChatComposer.module.css";

/** Somebody in the room. */
export interface Recipient {
  readonly sid: string;
  readonly name: string;
}

export interface ChatComposerProps {
  recipients: readonly Recipient[];
  onSend: (text: string, to?: string) => void;
}

const EVERYONE = "";

/** To whom, what, and Enter. Enter that only ends a syllable of Korean input does not send. */
export function ChatComposer({ recipients, onSend }: ChatComposerProps) {
  const t = useT();
  const hintId = useId();
  const [text, setText] = useState("");
  const [to, setTo] = useState<Recipient>();
  const field = useRef<HTMLTextAreaElement>(null);
  const isGone = to !== undefined && !recipients.some(({ sid }) => sid === to.sid);
  const over = text.length - LONGEST.message;
  const canSend = text.trim() !== "" && over <= 0 && !isGone;

  const send = (): void => {
    if (!canSend) return;
    if (to) onSend(text.trim(), to.sid);
    else onSend(text.trim());
    setText("");
    field.current?.focus();
  };
  const sendOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <RecipientSelect to={to} isGone={isGone} recipients={recipients} onChoose={setTo} />
      {over > 0 && (
        <p className={styles.problem} role="alert">
          {t("chat.tooLong", { over })}
        </p>
      )}
      <div className={styles.row}>
        <textarea
          ref={field}
          className={styles.input}
          rows={1}
          aria-label={t("chat.message")}
          aria-describedby={hintId}
          placeholder={t("chat.placeholder")}
          enterKeyHint="send"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={sendOnEnter}
          data-testid="chat-input"
        />
        <Spoken>
          <span id={hintId}>{t("chat.hint")}</span>
        </Spoken>
        <IconButton
          icon={SendHorizontal}
          label={t("chat.send")}
          tip="above"
          type="submit"
          aria-disabled={!canSend}
          className={styles.send}
          data-testid="chat-send"
        />
      </div>
    </form>
  );
}

interface RecipientSelectProps {
  to: Recipient | undefined;
  /** The one chosen left: they stay in the list until somebody else is chosen. */
  isGone: boolean;
  recipients: readonly Recipient[];
  onChoose: (to: Recipient | undefined) => void;
}

/** Everyone, or one person. */
function RecipientSelect({ to, isGone, recipients, onChoose }: RecipientSelectProps) {
  const t = useT();
  const listed = isGone && to ? [...recipients, to] : recipients;
  return (
    <>
      <label className={styles.to}>
        <span>{t("chat.to")}</span>
        <select
          value={to?.sid ?? EVERYONE}
          onChange={(event) => onChoose(recipients.find(({ sid }) => sid === event.target.value))}
          data-testid="chat-recipient"
        >
          <option value={EVERYONE}>{t("chat.everyone")}</option>
          {listed.map(({ sid, name }) => (
            <option key={sid} value={sid}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {isGone && to && (
        <p className={styles.problem} role="alert">
          {t("chat.recipientGone", { name: to.name })}
        </p>
      )}
    </>
  );
}

/** Safari ends a composition before the key that ended it: 229 is the only trace left. */
function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
