const ROOM = "/r/";

/** The address of a room's pre-join page, without the origin. */
export function roomPath(roomName: string): string {
  return ROOM + encodeURIComponent(roomName);
}

/** The room an address leads to; undefined when it leads elsewhere or is not well-formed. */
export function roomNameOf(pathname: string): string | undefined {
  if (!pathname.startsWith(ROOM)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(ROOM.length)).trim() || undefined;
  } catch {
    return undefined; // a lone "%" in a link that was cut off
  }
}

/** What a person pasted or typed: a link to a room of this site, or simply its name. */
export function roomNameFromText(text: string, origin: string): string | undefined {
  const typed = text.trim();
  if (!URL.canParse(typed)) return typed || undefined;
  const url = new URL(typed);
  return url.origin === origin ? roomNameOf(url.pathname) : undefined;
}
