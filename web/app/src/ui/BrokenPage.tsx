import { RotateCw } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Button } from "./Button.tsx";
import { MessagePage } from "./MessagePage.tsx";

/** Something of ours threw while drawing. */
export function BrokenPage() {
  const t = useT();
  return (
    <MessagePage title={t("app.brokenTitle")} text={t("app.broken")}>
      <Button tone="primary" icon={RotateCw} onClick={() => location.reload()}>
        {t("app.reload")}
      </Button>
    </MessagePage>
  );
}
