import { useState, type SubmitEvent } from "react";
import type { Result } from "@eyestalk/mesh";
import { useLanguage, useT } from "../i18n/index.ts";
import { focusFirstInvalid } from "../lib/focus.ts";
import { keepNickname } from "../lib/nickname.ts";
import { explain, type FieldErrors } from "../lib/problem-text.ts";
import type { JoinRequest, Problem } from "../session/index.ts";

export interface EntryAttempt {
  readonly errors: FieldErrors;
  readonly isBusy: boolean;
  /** Takes the errors of a field away once it is typed in again. */
  readonly mend: (field: keyof FieldErrors) => void;
  readonly submit: (event: SubmitEvent<HTMLFormElement>) => void;
}

export interface EntryPlan {
  readonly request: JoinRequest;
  readonly maxCapacity: number;
  /** What is wrong before the server is asked. */
  readonly check: () => FieldErrors;
  readonly attempt: (request: JoinRequest) => Promise<Result<void, Problem>>;
}

/** One attempt after another to get in, with the errors of the last one. */
export function useEntry({ request, maxCapacity, check, attempt }: EntryPlan): EntryAttempt {
  const t = useT();
  const language = useLanguage();
  const [errors, setErrors] = useState<FieldErrors>({});
  const [isBusy, setBusy] = useState(false);

  const refuse = (wrong: FieldErrors, form: HTMLFormElement): void => {
    setErrors(wrong);
    focusFirstInvalid(form);
  };
  const enter = async (form: HTMLFormElement): Promise<void> => {
    const wrong = check();
    if (Object.values(wrong).some(Boolean)) return refuse(wrong, form);
    setErrors({});
    setBusy(true);
    keepNickname(request.nickname);
    const entered = await attempt(request);
    setBusy(false);
    if (!entered.ok) {
      const typed = { ...request, password: request.password ?? "", maxCapacity };
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
