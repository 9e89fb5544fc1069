import { useT } from "../i18n/index.ts";
import { LinkButton } from "./LinkButton.tsx";
import { MessagePage } from "./MessagePage.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useT();
  return (
    <MessagePage title={t("app.notFoundTitle")} text={t("app.notFound")}>
      <LinkButton href="/" tone="primary">
        {t("prejoin.lobby")}
      </LinkButton>
    </MessagePage>
  );
}
