import { recall, remember } from "./memory.ts";

const KEPT_AS = "eyestalk.nickname";

/** The nickname this person used last; empty at first. */
export function lastNickname(): string {
  return recall(KEPT_AS) ?? "";
}

/** Remembers the nickname for the next meeting. */
export function keepNickname(nickname: string): void {
  remember(KEPT_AS, nickname);
}
