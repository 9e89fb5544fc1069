import { useT } from "../i18n/index.ts";
import { Logo } from "./Logo.tsx";
import styles from "./LoadingPage.module.css";

/** While a part of the page is on its way. */
export function LoadingPage({ text }: { text?: string }) {
  const t = useT();
  return (
    <main className={styles.page}>
      <Logo size={72} />
      <output>{text ?? t("app.loading")}</output>
    </main>
  );
}
