import { Check, Copy } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import { Logo } from "../ui/Logo.tsx";
import styles from "./Invite.module.css";

/** The link to this meeting, to be copied. */
export function InviteLink({ link }: { link: string }) {
  const t = useT();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "failed">();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setOutcome("copied");
    } catch {
      field.current?.select(); // no permission, or a page without TLS: by hand then
      setOutcome("failed");
    }
  };
  return (
    <div className={styles.invite}>
      <label htmlFor={id} className={styles.label}>
        {t("invite.link")}
      </label>
      <input
        ref={field}
        id={id}
        className={styles.link}
        readOnly
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <Button
        tone="primary"
        icon={outcome === "copied" ? Check : Copy}
        onClick={() => void copy()}
        data-testid="copy-link"
      >
        {t(outcome === "copied" ? "invite.copied" : "invite.copy")}
      </Button>
      <output className={styles.note}>{outcome === "failed" && t("invite.failed")}</output>
    </div>
  );
}

/** What stands beside the own tile while nobody else is here. */
export function InviteCard({ link }: { link: string }) {
  const t = useT();
  return (
    <aside className={styles.card}>
      <Logo size={40} />
      <h2 className={styles.title}>{t("invite.title")}</h2>
      <p>{t("invite.text")}</p>
      <InviteLink link={link} />
    </aside>
  );
}
