import { Search, X } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { IconButton } from "../ui/IconButton.tsx";
import styles from "./SearchBox.module.css";

/** Filters as one types. */
export function SearchBox({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useT();
  return (
    <search className={styles.box}>
      <Search size={20} aria-hidden="true" className={styles.icon} />
      <input
        type="search"
        className={styles.input}
        aria-label={t("lobby.search")}
        placeholder={`${t("lobby.search")} …`}
        value={text}
        onChange={(event) => onText(event.target.value)}
        data-testid="room-search"
      />
      {text !== "" && (
        <span className={styles.clear}>
          <IconButton icon={X} label={t("lobby.clearSearch")} onClick={() => onText("")} />
        </span>
      )}
    </search>
  );
}
