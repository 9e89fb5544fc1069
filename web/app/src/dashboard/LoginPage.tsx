import { useState, type FormEvent } from "react";
import { useLanguage, useT } from "../i18n/index.ts";
import type { HttpProblem } from "../lib/http.ts";
import { sentence, type Wording } from "../lib/problem-text.ts";
import { Button } from "../ui/Button.tsx";
import { FormError } from "../ui/FormError.tsx";
import { PasswordField } from "../ui/PasswordField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { TopBar } from "../ui/TopBar.tsx";
import { logIn } from "./dashboard-api.ts";
import styles from "./LoginPage.module.css";

export interface LoginPageProps {
  onLoggedIn: () => void;
}

/** The operator's way in. */
export function LoginPage({ onLoggedIn }: LoginPageProps) {
  const t = useT();
  return (
    <>
      <TopBar title={t("dashboard.loginTitle")} />
      <main className={styles.page}>
        <h1 className={styles.title}>{t("dashboard.loginTitle")}</h1>
        <p className={styles.intro}>{t("dashboard.loginIntro")}</p>
        <LoginForm onLoggedIn={onLoggedIn} />
      </main>
    </>
  );
}

function LoginForm({ onLoggedIn }: LoginPageProps) {
  const t = useT();
  const language = useLanguage();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<HttpProblem>();
  const [isPending, setPending] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setPending(true);
    setProblem(undefined);
    const got = await logIn(username, password);
    setPending(false);
    if (got.ok) onLoggedIn();
    else setProblem(got.problem);
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t("dashboard.username")}
        value={username}
        onText={setUsername}
        autoComplete="username"
        autoCapitalize="none"
        maxLength={100}
        data-testid="operator"
      />
      <PasswordField
        label={t("dashboard.password")}
        value={password}
        onText={setPassword}
        autoComplete="current-password"
        maxLength={100}
        data-testid="operator-password"
      />
      <FormError text={problem && whyNot(problem, { t, language })} />
      <Button type="submit" tone="primary" disabled={isPending} data-testid="log-in">
        {t(isPending ? "dashboard.loggingIn" : "dashboard.login")}
      </Button>
    </form>
  );
}

/** A login has words of its own for what a room's door says otherwise. */
function whyNot(problem: HttpProblem, wording: Wording): string {
  if (problem.code === "INVALID_PASSWORD") return wording.t("dashboard.wrong");
  if (problem.code === "VALIDATION_FAILED") return wording.t("dashboard.missing");
  return sentence(problem, wording);
}
