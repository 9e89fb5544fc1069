import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import styles from "./IconButton.module.css";
import { Tooltip, type TooltipSide } from "./Tooltip.tsx";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children"> {
  icon: LucideIcon;
  /** The accessible name, shown as the tooltip as well. */
  label: string;
  /** Shown in the tooltip behind the label, like "Ctrl+D". */
  shortcut?: string | undefined;
  /** Where the tooltip stands; away from the edge of the screen. */
  tip?: TooltipSide | undefined;
  "data-testid"?: string | undefined;
}

/** A square button of one icon, with its name in a tooltip. */
export function IconButton({
  icon: Icon,
  label,
  shortcut,
  tip = "below",
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={shortcut ? `${label} (${shortcut})` : label} side={tip}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={classes(styles.button, className)}
      >
        <Icon size={20} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
