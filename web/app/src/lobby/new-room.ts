import type { PlainKey } from "../i18n/index.ts";
import { nicknameProblem, passwordProblem, roomNameProblem } from "../lib/entry-rules.ts";
import type { FieldErrors } from "../lib/problem-text.ts";

/** The half-typed form. */
export interface NewRoomForm {
  readonly roomName: string;
  readonly capacity: number;
  readonly nickname: string;
  readonly password: string;
}

/** What is wrong before the server is asked: a sentence per field; empty when nothing is. */
export function checkNewRoom(form: NewRoomForm, t: (key: PlainKey) => string): FieldErrors {
  const found: [keyof FieldErrors, PlainKey | undefined][] = [
    ["roomName", roomNameProblem(form.roomName)],
    ["nickname", nicknameProblem(form.nickname)],
    ["password", passwordProblem(form.password, false)],
  ];
  return Object.fromEntries(
    found.flatMap(([field, problem]) => (problem ? [[field, t(problem)]] : [])),
  );
}
