import type { Language } from "./language.ts";
import type { Translate } from "./messages.ts";

const VARIABLE = /\{\{(\w+)\}\}/g;

/**
 * Speaks one language: picks the plural form by `count` (Intl.PluralRules) and fills the variables
 * in, numbers as that language writes them. The types see to it that no key and no variable is
 * missing; the result is text, which React escapes.
 */
export function translator(
  catalogue: Readonly<Record<string, string>>,
  language: Language,
): Translate {
  const messages = new Map(Object.entries(catalogue));
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, ...[values]) => {
    const given = new Map(Object.entries(values ?? {}));
    const form = messages.has(key) ? key : `${key}_${plurals.select(Number(given.get("count")))}`;
    const text = messages.get(form) ?? messages.get(`${key}_other`) ?? key;
    return text.replace(VARIABLE, (whole, name: string) => {
      const value = given.get(name);
      return typeof value === "number" ? numbers.format(value) : (value ?? whole);
    });
  };
}
