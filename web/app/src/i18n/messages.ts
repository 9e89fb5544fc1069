import type { words as dashboard } from "./en/dashboard.ts";
import type { catalogue as english } from "./en/index.ts";

type English = typeof english & typeof dashboard;

/**
 * The same words in another language. A language without plurals (Intl.PluralRules, Unicode CLDR)
 * leaves the `_one` form out.
 */
type WordsLike<Words> = Record<Exclude<keyof Words, `${string}_one`>, string> &
  Partial<Record<keyof Words, string>>;

type Variables<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Variables<Rest>
  : never;

type Base<Key extends string> = Key extends `${infer Stem}_${"one" | "other"}` ? Stem : Key;

type TextOf<Key extends MessageKey> = Key extends keyof English
  ? English[Key]
  : `${Key}_other` extends keyof English
    ? English[`${Key}_other`]
    : never;

/** The name of a message; plural forms share one name. */
type MessageKey = Base<keyof English>;

/** The variables a message needs, by its English text. */
type MessageValues<Key extends MessageKey> = Record<Variables<TextOf<Key>>, string | number>;

/** The messages that need no variable. */
export type PlainKey = {
  [Key in MessageKey]: [Variables<TextOf<Key>>] extends [never] ? Key : never;
}[MessageKey];

/** What every page of another language needs: every message of the English catalogue. */
export type Catalogue = WordsLike<typeof english>;

/** The words of the dashboard, which are loaded with it. */
export type DashboardWords = WordsLike<typeof dashboard>;

/** Says a message in the language in use. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: Key extends PlainKey ? [] : [values: MessageValues<Key>]
) => string;
