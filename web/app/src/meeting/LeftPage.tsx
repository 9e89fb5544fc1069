import { useT } from "../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import { LinkButton } from "../ui/LinkButton.tsx";
import { MessagePage } from "../ui/MessagePage.tsx";

/** After the meeting: by one's own choice, or because the server let go. */
export function LeftPage({ why, onAgain }: { why: "left" | "removed"; onAgain: () => void }) {
  const t = useT();
  const isRemoved = why === "removed";
  return (
    <MessagePage
      title={t(isRemoved ? "left.removedTitle" : "left.title")}
      text={isRemoved ? t("left.removed") : undefined}
    >
      <LinkButton href="/" tone="primary">
        {t("prejoin.lobby")}
      </LinkButton>
      <Button onClick={onAgain}>{t("left.again")}</Button>
    </MessagePage>
  );
}
