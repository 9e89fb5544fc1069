import { X } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { classes } from "./classes.ts";
import styles from "./Dialog.module.css";
import { IconButton } from "./IconButton.tsx";

export interface DialogProps {
  title: string;
  /** `sheet` fills a phone's screen; `small` stays a box there, too. */
  size?: "sheet" | "small";
  /** Esc, the cross, or a click beside the dialog. */
  onClose: () => void;
  children: ReactNode;
}

/** Shows itself as modal for as long as it is drawn; the browser keeps the focus inside. */
export function Dialog({ title, size = "sheet", onClose, children }: DialogProps) {
  const t = useT();
  const titleId = useId();
  return (
    // Keys reach the dialog's own Esc; the click that closes is one on the backdrop only.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={open}
      className={classes(styles.dialog, styles[size])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // The browser may close it without asking, on a second Esc.
        if (!event.currentTarget.open) onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.inside}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {children}
        {/* Last, so that the dialog opens with the focus on what it is about. */}
        <div className={styles.close}>
          <IconButton icon={X} label={t("app.close")} tip="belowEnd" onClick={onClose} />
        </div>
      </div>
    </dialog>
  );
}

function open(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  return () => dialog.close();
}
