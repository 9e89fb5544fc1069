import { Languages, Moon, Sun } from "lucide-react";
import { Link } from "wouter";
import {
  chooseAndKeep,
  isLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  useLanguage,
  useT,
} from "../i18n/index.ts";
import { theme, toggleTheme } from "../lib/theme.ts";
import { useStore } from "../lib/use-store.ts";
import { IconButton } from "./IconButton.tsx";
import { Logo } from "./Logo.tsx";
import { Select } from "./Select.tsx";
import styles from "./TopBar.module.css";

const LANGUAGE_OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

/** The sign, the language and the theme: on top of every page but the meeting. Its tab is called `title`. */
export function TopBar({ title }: { title: string }) {
  const t = useT();
  const language = useLanguage();
  const isDark = useStore(theme) === "dark";
  return (
    <header className={styles.bar}>
      <title>{`${title} · ${t("app.name")}`}</title>
      <Link href="/" className={styles.home} aria-label={t("app.home")}>
        <Logo />
        <span>{t("app.name")}</span>
      </Link>
      <div className={styles.settings}>
        <Select
          icon={Languages}
          label={t("app.language")}
          value={language}
          options={LANGUAGE_OPTIONS}
          onChoose={(chosen) => {
            if (isLanguage(chosen)) void chooseAndKeep(chosen);
          }}
        />
        <IconButton
          icon={isDark ? Sun : Moon}
          label={t(isDark ? "app.themeToLight" : "app.themeToDark")}
          tip="belowEnd"
          onClick={toggleTheme}
        />
      </div>
    </header>
  );
}
