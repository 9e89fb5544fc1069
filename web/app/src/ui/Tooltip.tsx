import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./Tooltip.module.css";

/** `belowEnd` ends where its control ends, for what stands at the right edge of the screen. */
export type TooltipSide = "above" | "below" | "belowEnd";

/**
 * Says in words what an icon means, on hover and on keyboard focus. The words are the control's
 * accessible name already, so a screen reader is not told twice.
 */
export function Tooltip({
  text,
  side,
  children,
}: {
  text: string;
  side: TooltipSide;
  children: ReactNode;
}) {
  return (
    <span className={styles.anchor}>
      {children}
      <span className={classes(styles.tip, styles[side])} aria-hidden="true">
        {text}
      </span>
    </span>
  );
}
