import { useT } from "../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import styles from "./LeaveDialog.module.css";

export interface LeaveDialogProps {
  /** Nobody else is here: leaving ends the meeting. */
  isLast: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** Asks before leaving. "Stay" comes first and so has the focus. */
export function LeaveDialog({ isLast, onStay, onLeave }: LeaveDialogProps) {
  const t = useT();
  return (
    <Dialog title={t("leave.title")} size="small" onClose={onStay}>
      <p>{t(isLast ? "leave.textLast" : "leave.text")}</p>
      <div className={styles.choice}>
        <Button onClick={onStay} data-testid="leave-stay">
          {t("leave.stay")}
        </Button>
        <Button tone="danger" onClick={onLeave} data-testid="leave-confirm">
          {t("leave.leave")}
        </Button>
      </div>
    </Dialog>
  );
}
