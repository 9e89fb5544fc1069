/** A piece of a message: plain words, or an address that can be opened. */
export interface Piece {
  readonly text: string;
  readonly href?: string | undefined;
}

const ADDRESS = /https?:\/\/[^\s<>"']+/giu;

/** What ends a sentence, not an address; a closing bracket only where none was opened. */
const TRAILING = /[.,;:!?…]+$/u;

/** Finds web addresses in a message. Only http and https: nothing else may be opened from a chat. */
export function linkify(message: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of message.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > from) pieces.push({ text: message.slice(from, match.index) });
    pieces.push({ text: address, href: address });
    from = match.index + address.length;
  }
  if (from < message.length) pieces.push({ text: message.slice(from) });
  return pieces;
}

function trimmed(address: string): string {
  const end = address.replace(TRAILING, "");
  return end.endsWith(")") && !end.includes("(") ? trimmed(end.slice(0, -1)) : end;
}
