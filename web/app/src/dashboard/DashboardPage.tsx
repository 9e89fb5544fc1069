import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLanguage, useT } from "../i18n/index.ts";
import { sentence } from "../lib/problem-text.ts";
import { Button } from "../ui/Button.tsx";
import { LinkButton } from "../ui/LinkButton.tsx";
import { LoadingPage } from "../ui/LoadingPage.tsx";
import { MessagePage } from "../ui/MessagePage.tsx";
import { Board } from "./Board.tsx";
import { logOut, session } from "./dashboard-api.ts";
import { LoginPage } from "./LoginPage.tsx";

const SESSION = ["dashboard", "session"];

/** The operators' dashboard: off, or its login, or its numbers. */
export function DashboardPage() {
  const t = useT();
  const language = useLanguage();
  const queries = useQueryClient();
  const asked = useQuery({
    queryKey: SESSION,
    queryFn: ({ signal }) => session(signal),
    staleTime: Number.POSITIVE_INFINITY, // the numbers tell when the session has ended
  });
  const again = (): void => void queries.invalidateQueries({ queryKey: SESSION });
  if (asked.data === undefined) return <LoadingPage />;
  if (!asked.data.ok) {
    if (asked.data.problem.code === "NOT_FOUND") return <DashboardOff />;
    return (
      <MessagePage
        title={t("dashboard.awayTitle")}
        text={sentence(asked.data.problem, { t, language })}
      >
        <Button tone="primary" onClick={again}>
          {t("app.retry")}
        </Button>
      </MessagePage>
    );
  }
  if (asked.data.value.operator === null) return <LoginPage onLoggedIn={again} />;
  return (
    <Board
      onLeft={again}
      onLogOut={() => {
        void logOut().then(again);
      }}
    />
  );
}

function DashboardOff() {
  const t = useT();
  return (
    <MessagePage title={t("dashboard.offTitle")} text={t("dashboard.off")}>
      <LinkButton href="/" tone="primary">
        {t("prejoin.lobby")}
      </LinkButton>
    </MessagePage>
  );
}
