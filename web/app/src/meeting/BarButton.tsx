import type { LucideIcon } from "lucide-react";
import { useId, type ComponentProps } from "react";
import { classes } from "../ui/classes.ts";
import { Spoken } from "../ui/Spoken.tsx";
import { Tooltip } from "../ui/Tooltip.tsx";
import styles from "./ControlBar.module.css";

export interface BarButtonProps extends Omit<ComponentProps<"button">, "children" | "onClick"> {
  icon: LucideIcon;
  label: string;
  tone: "plain" | "off" | "active";
  shortcut?: string | undefined;
  /** A number on the button; none for 0. */
  badge?: number | undefined;
  /** Absent: not possible now, and `why` says why. */
  onClick: (() => void) | undefined;
  why?: string | undefined;
  "data-testid"?: string | undefined;
}

/** A round button of the bar. One that is not possible now keeps its place and says why. */
export function BarButton({
  icon: Icon,
  label,
  tone,
  shortcut,
  badge = 0,
  onClick,
  why,
  ...rest
}: BarButtonProps) {
  const whyId = useId();
  const hint = why ?? (shortcut ? `${label} (${shortcut})` : label);
  return (
    <Tooltip text={hint} side="above">
      <button
        {...rest}
        type="button"
        className={classes(styles.round, styles[tone])}
        aria-label={label}
        aria-describedby={why && whyId}
        aria-disabled={onClick === undefined}
        onClick={onClick}
      >
        <Icon size={20} aria-hidden="true" />
        {badge > 0 && (
          <span className={styles.badge} aria-hidden="true">
            {badge > 99 ? "99+" : badge}
          </span>
        )}
      </button>
      {why && (
        <Spoken>
          <span id={whyId}>{why}</span>
        </Spoken>
      )}
    </Tooltip>
  );
}
