import { Plus } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import { Logo } from "../ui/Logo.tsx";
import styles from "./EmptyLobby.module.css";

/** Nobody is meeting. */
export function EmptyLobby({ onStart }: { onStart: () => void }) {
  const t = useT();
  return (
    <div className={styles.empty}>
      <Logo size={72} />
      <p>{t("lobby.empty")}</p>
      <Button tone="primary" icon={Plus} onClick={onStart}>
        {t("lobby.start")}
      </Button>
    </div>
  );
}

/** Nobody is meeting under that name. */
export function NoMatch({ text, onStart }: { text: string; onStart: (name: string) => void }) {
  const t = useT();
  return (
    <div className={styles.empty}>
      <p>{t("lobby.noMatch", { text })}</p>
      <Button icon={Plus} onClick={() => onStart(text)}>
        {t("lobby.startCalled", { text })}
      </Button>
    </div>
  );
}
