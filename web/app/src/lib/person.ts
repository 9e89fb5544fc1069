const COLOURS = 8;

/** One of the eight colours of `--person-N`, always the same for the same name. */
export function personColour(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % COLOURS;
}

/** Up to two letters that stand for a name; Korean names are known by their last two syllables. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = letters(words[0] ?? "");
  if (isHangul(first[0])) return first.slice(-2).join("");
  const second = words.length > 1 ? letters(words.at(-1) ?? "")[0] : undefined;
  return `${first[0] ?? "?"}${second ?? ""}`.toLocaleUpperCase();
}

/** What a person sees as letters: an emoji of several code points is one (UAX #29). */
function letters(word: string): string[] {
  return [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment);
}

function isHangul(letter: string | undefined): boolean {
  return letter !== undefined && /\p{Script=Hangul}/u.test(letter);
}
