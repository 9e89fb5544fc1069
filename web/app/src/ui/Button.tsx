import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import styles from "./Button.module.css";
import { classes } from "./classes.ts";

export interface ButtonProps extends ComponentProps<"button"> {
  tone?: "primary" | "danger" | "plain" | "quiet";
  icon?: LucideIcon;
  "data-testid"?: string | undefined;
}

/** A button with words. One of tone `primary` per screen. */
export function Button({
  tone = "plain",
  icon: Icon,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button {...rest} type={type} className={classes(styles.button, styles[tone], className)}>
      {Icon && <Icon size={20} aria-hidden="true" />}
      <span>{children}</span>
    </button>
  );
}
