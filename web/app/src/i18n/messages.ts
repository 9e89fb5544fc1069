import type { catalogue as english } from "./en/index.ts";

type English = typeof english;

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

/**
 * A catalogue of another language: every message of the English one. A language without plurals
 * (Intl.PluralRules, Unicode CLDR) leaves the `_one` form out.
 */
export type Catalogue = Record<Exclude<keyof English, `${string}_one`>, string> &
  Partial<Record<keyof English, string>>;

/** Says a message in the language in use. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: Key extends PlainKey ? [] : [values: MessageValues<Key>]
) => string;
