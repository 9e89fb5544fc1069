/**
 * What this browser remembers for the next visit. A browser that blocks storage (an exception on
 * touching it, HTML "localStorage") simply remembers nothing: the page works all the same.
 */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers a text under a key, where the browser lets us. */
export function remember(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Blocked or full: the next visit starts from the defaults.
  }
}
