import { Lock, RotateCw } from "lucide-react";
import { useLanguage, useT } from "../i18n/index.ts";
import { sentence } from "../lib/problem-text.ts";
import { timeOfDay } from "../lib/time.ts";
import type { ChatLine } from "../session/index.ts";
import { classes } from "../ui/classes.ts";
import styles from "./ChatLine.module.css";
import { linkify } from "./linkify.ts";

/** One line: to everyone in blue, to one person in grey with a lock, the system's in red. */
export function ChatLineView({ line, onResend }: { line: ChatLine; onResend: () => void }) {
  const t = useT();
  if (line.kind === "system") {
    return (
      <li className={styles.system} data-testid="chat-message" data-kind="system">
        {t(`chat.${line.notice ?? "left"}`, { name: line.sender.name })} <Time at={line.at} />
      </li>
    );
  }
  return (
    <li
      className={classes(styles.line, line.mine && styles.mine)}
      data-testid="chat-message"
      data-kind={line.kind}
      data-delivery={line.delivery}
    >
      <p className={styles.head}>
        <Heading line={line} /> <Time at={line.at} />
      </p>
      <p className={classes(styles.bubble, line.kind === "dm" ? styles.direct : styles.room)}>
        <Text text={line.text} />
      </p>
      {line.delivery === "pending" && <p className={styles.note}>{t("chat.pending")}</p>}
      {line.delivery === "failed" && <Failed line={line} onResend={onResend} />}
    </li>
  );
}

function Heading({ line: { mine, sender, direct } }: { line: ChatLine }) {
  const t = useT();
  if (!direct) return <strong>{mine ? t("chat.you") : sender.name}</strong>;
  const words = { to: "chat.directTo", from: "chat.directFrom" } as const;
  return (
    <strong className={styles.to} title={t("chat.onlyYou")}>
      <Lock size={14} aria-hidden="true" /> {t(words[direct.way], { name: direct.name })}
    </strong>
  );
}

function Time({ at }: { at: Date }) {
  const language = useLanguage();
  return (
    <time className={styles.time} dateTime={at.toISOString()}>
      {timeOfDay(at, language)}
    </time>
  );
}

/** The message as text, with addresses that open in a page that knows nothing of this one. */
function Text({ text }: { text: string }) {
  return linkify(text).map((piece, index) =>
    piece.href ? (
      <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
        {piece.text}
      </a>
    ) : (
      piece.text
    ),
  );
}

function Failed({ line, onResend }: { line: ChatLine; onResend: () => void }) {
  const t = useT();
  const language = useLanguage();
  const reason = line.problem && sentence(line.problem, { t, language });
  return (
    <p className={styles.failed}>
      <span>
        {t("chat.failed")} {reason}
      </span>
      <button type="button" className={styles.again} onClick={onResend}>
        <RotateCw size={14} aria-hidden="true" /> {t("chat.resend")}
      </button>
    </p>
  );
}
