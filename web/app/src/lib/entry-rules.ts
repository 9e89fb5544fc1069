import type { PlainKey } from "../i18n/index.ts";

/** Lengths of protocol.md, in UTF-16 code units as the server counts them. */
export const LONGEST = { roomName: 100, nickname: 20, password: 100, message: 2000 } as const;

/** What is wrong with a room's name before the server is asked; undefined when nothing is. */
export function roomNameProblem(name: string): PlainKey | undefined {
  const { length } = name.trim();
  if (length === 0) return "error.roomNameMissing";
  return length > LONGEST.roomName ? "error.roomNameLong" : undefined;
}

/** What is wrong with a nickname. */
export function nicknameProblem(nickname: string): PlainKey | undefined {
  const { length } = nickname.trim();
  if (length === 0) return "error.nicknameMissing";
  return length > LONGEST.nickname ? "error.nicknameLong" : undefined;
}

/** What is wrong with a password; `isNeeded` for a locked room. */
export function passwordProblem(password: string, isNeeded: boolean): PlainKey | undefined {
  if (password.length > LONGEST.password) return "error.passwordLong";
  return isNeeded && password === "" ? "error.passwordMissing" : undefined;
}
