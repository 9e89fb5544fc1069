import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./Button.module.css";
import { classes } from "./classes.ts";

export interface LinkButtonProps {
  href: string;
  tone?: "primary" | "plain" | "quiet";
  children: ReactNode;
}

/** A link that looks like a button, for going somewhere. */
export function LinkButton({ href, tone = "plain", children }: LinkButtonProps) {
  return (
    <Link href={href} className={classes(styles.button, styles[tone])}>
      {children}
    </Link>
  );
}
