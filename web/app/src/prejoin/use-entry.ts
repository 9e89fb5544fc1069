import { useState, type SubmitEvent } from "react";
import type { Result } from "@eyestalk/mesh";
import { type PlainKey, type Translate, useLanguage, useT } from "../i18n/index.ts";
import { nicknameProblem, passwordProblem } from "../lib/entry-rules.ts";
import { focusFirstInvalid } from "../lib/focus.ts";
import { keepNickname } from "../lib/nickname.ts";
import { explain, type FieldErrors } from "../lib/problem-text.ts";
import type { JoinRequest, Problem } from "../session/index.ts";
import type { Entry } from "./PreJoinPage.tsx";

export interface EntryAttempt {
  readonly errors: FieldErrors;
  readonly isBusy: boolean;
  /** Takes the errors of a field away once it is typed in again. */
  readonly mend: (field: keyof FieldErrors) => void;
  readonly submit: (event: SubmitEvent<HTMLFormElement>) => void;
}

export interface EntryPlan {
  readonly roomName: string;
  readonly entry: Entry;
  readonly maxCapacity: number;
  /** Whether it takes a password to get in. */
  readonly isLocked: boolean;
  /** What is wrong beside the entry before the server is asked. */
  readonly problem?: PlainKey | undefined;
  readonly attempt: (request: JoinRequest) => Promise<Result<void, Problem>>;
}

/** One attempt after another to get in, with the errors of the last one. */
export function useEntry(plan: EntryPlan): EntryAttempt {
  const { entry, maxCapacity, attempt } = plan;
  const t = useT();
  const language = useLanguage();
  const [errors, setErrors] = useState<FieldErrors>({});
  const [isBusy, setBusy] = useState(false);

  const refuse = (wrong: FieldErrors, form: HTMLFormElement): void => {
    setErrors(wrong);
    focusFirstInvalid(form);
  };
  const enter = async (form: HTMLFormElement): Promise<void> => {
    const wrong = check(plan, t);
    if (Object.values(wrong).some(Boolean)) return refuse(wrong, form);
    setErrors({});
    setBusy(true);
    const request = requestOf(plan);
    keepNickname(request.nickname);
    const entered = await attempt(request);
    setBusy(false);
    if (!entered.ok) {
      const typed = { ...request, password: entry.password, maxCapacity };
      refuse(explain(entered.problem, typed, { t, language }), form);
    }
  };
  return {
    errors,
    isBusy,
    mend: (field) => setErrors({ ...errors, [field]: undefined, form: undefined }),
    submit: (event) => {
      event.preventDefault();
      if (!isBusy) void enter(event.currentTarget);
    },
  };
}

function requestOf({ roomName, entry }: EntryPlan): JoinRequest {
  const nickname = entry.nickname.trim();
  return { roomName, nickname, ...(entry.password && { password: entry.password }) };
}

function check({ entry, isLocked, problem }: EntryPlan, t: Translate): FieldErrors {
  const nickname = nicknameProblem(entry.nickname);
  const password = passwordProblem(entry.password, isLocked);
  return {
    form: problem && t(problem),
    nickname: nickname && t(nickname),
    password: password && t(password),
  };
}
