import type { Language, Translate } from "../i18n/index.ts";
import type { HttpProblem } from "./http.ts";
import { waitText } from "./time.ts";

/** A sentence per field that is wrong; `form` for what no field can mend. */
export interface FieldErrors {
  readonly roomName?: string | undefined;
  readonly capacity?: string | undefined;
  readonly nickname?: string | undefined;
  readonly password?: string | undefined;
  readonly form?: string | undefined;
}

/** What the person had entered, for the words that repeat it. */
export interface Entered {
  readonly roomName: string;
  readonly nickname: string;
  readonly password: string;
  readonly maxCapacity: number;
}

export interface Wording {
  readonly t: Translate;
  readonly language: Language;
}

/** Says a refusal next to the thing that is wrong. The one switch over the codes. */
export function explain(problem: HttpProblem, entered: Entered, wording: Wording): FieldErrors {
  const { t } = wording;
  switch (problem.code) {
    case "DUPLICATE_RESOURCE":
      return { roomName: t("error.roomNameTaken", { name: entered.roomName }) };
    case "INVALID_NICKNAME":
      return { nickname: t("error.nicknameTaken", { name: entered.nickname }) };
    case "INVALID_PASSWORD":
      return { password: t(entered.password ? "error.passwordWrong" : "error.passwordMissing") };
    case "FULL_CAPACITY":
      return { form: t("error.roomFull") };
    case "ROOM_IS_EMPTY":
      return { form: t("error.roomGone") };
    case "MEMBER_NOT_FOUND":
      return { form: t("error.memberGone") };
    case "NOT_IN_ROOM":
      return { form: t("error.notInRoom") };
    case "LOGIN_REQUIRED":
    case "REQUEST_REFUSED":
      return { form: t("error.refused") };
    case "VALIDATION_FAILED":
      return explainFields(problem, entered, t);
    case "RATE_LIMITED":
      return { form: rateLimited(problem, wording) };
    case "SERVICE_UNAVAILABLE":
      return { form: t("error.unavailable") };
    case "OFFLINE":
      return { form: t("error.offline") };
    case "TIMEOUT":
      return { form: t("error.timeout") };
    case "NOT_FOUND":
    case "INTERNAL_ERROR":
      return { form: t("error.internal") };
  }
}

/** The sentence alone, where there are no fields. */
export function sentence(problem: HttpProblem, wording: Wording): string {
  const none: Entered = { roomName: "", nickname: "", password: "", maxCapacity: 0 };
  const { form, ...fields } = explain(problem, none, wording);
  return form ?? Object.values(fields).find(Boolean) ?? wording.t("error.refused");
}

function rateLimited({ retryAfter }: HttpProblem, { t, language }: Wording): string {
  if (retryAfter === undefined) return t("error.rateLimitedSoon");
  return t("error.rateLimited", { time: waitText(retryAfter, language) });
}

/** The server names fields as the wire does; its own English words are for developers. */
function explainFields(problem: HttpProblem, entered: Entered, t: Translate): FieldErrors {
  const wrong = new Set(problem.errors?.map(({ field }) => field));
  const found: FieldErrors = {
    roomName: wrong.has("roomName") ? t("error.roomNameLong") : undefined,
    capacity: wrong.has("roomCapacity")
      ? t("error.capacity", { max: entered.maxCapacity })
      : undefined,
    nickname: wrong.has("userNickname") ? t("error.nicknameRefused") : undefined,
    password: wrong.has("roomPassword") ? t("error.passwordLong") : undefined,
  };
  return Object.values(found).some(Boolean) ? found : { form: t("error.refused") };
}
