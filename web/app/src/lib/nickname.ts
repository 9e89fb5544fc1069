const KEPT_AS = "eyestalk.nickname";

/** The nickname this person used last; empty at first. */
export function lastNickname(): string {
  return localStorage.getItem(KEPT_AS) ?? "";
}

/** Remembers the nickname for the next meeting. */
export function keepNickname(nickname: string): void {
  localStorage.setItem(KEPT_AS, nickname);
}
