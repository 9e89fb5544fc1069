import type { LucideIcon } from "lucide-react";
import { useId, useRef, type ReactNode } from "react";
import styles from "./Popover.module.css";
import { Tooltip } from "./Tooltip.tsx";

export interface PopoverProps {
  icon: LucideIcon;
  /** The accessible name of the button, and its tooltip. */
  label: string;
  /** Words beside the icon, where there is room. */
  text?: ReactNode;
  title: string;
  side: "above" | "below";
  /** Instead of the plain look. */
  buttonClass?: string | undefined;
  children: ReactNode;
}

/** Space between the button and its popover, and to the edge of the screen. CSS pixels. */
const GAP = 8;

/** A button and what it opens. The browser closes it on Esc and on a click elsewhere. */
export function Popover({
  icon: Icon,
  label,
  text,
  title,
  side,
  buttonClass,
  children,
}: PopoverProps) {
  const id = useId();
  const titleId = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Tooltip text={label} side={side === "below" ? "belowEnd" : side}>
        <button
          ref={button}
          type="button"
          className={buttonClass ?? styles.button}
          aria-label={label}
          popoverTarget={id}
        >
          <Icon size={20} aria-hidden="true" />
          {text}
        </button>
      </Tooltip>
      <div
        id={id}
        popover="auto"
        // A <dialog> would be modal or have no light dismiss; this is neither.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="dialog"
        aria-labelledby={titleId}
        className={styles.panel}
        onToggle={(event) => {
          if (button.current) place(event.currentTarget, button.current, side);
        }}
      >
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {children}
      </div>
    </>
  );
}

/** Puts the panel beside its button and keeps it on the screen. */
function place(panel: HTMLElement, button: HTMLElement, side: "above" | "below"): void {
  const at = button.getBoundingClientRect();
  const width = panel.offsetWidth;
  const left = at.left + at.width / 2 - width / 2;
  const most = document.documentElement.clientWidth - width - GAP;
  panel.style.left = `${Math.max(GAP, Math.min(left, most))}px`;
  if (side === "below") panel.style.top = `${at.bottom + GAP}px`;
  else panel.style.bottom = `${document.documentElement.clientHeight - at.top + GAP}px`;
}
