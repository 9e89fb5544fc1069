import type { ReactNode } from "react";
import { Logo } from "./Logo.tsx";
import styles from "./MessagePage.module.css";
import { TopBar } from "./TopBar.tsx";

export interface MessagePageProps {
  title: string;
  text?: string | undefined;
  /** What to do about it. */
  children: ReactNode;
}

/** A page that says one thing. */
export function MessagePage({ title, text, children }: MessagePageProps) {
  return (
    <>
      <TopBar title={title} />
      <main className={styles.page}>
        <span className={styles.sign}>
          <Logo size={72} />
        </span>
        <h1 className={styles.title}>{title}</h1>
        {text && <p>{text}</p>}
        <div className={styles.actions}>{children}</div>
      </main>
    </>
  );
}
