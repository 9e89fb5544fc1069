import { recall, remember } from "../lib/memory.ts";

/** The languages there is a catalogue for, as BCP 47 tags. */
export const LANGUAGES = ["ko", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** How each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ko: "한국어", en: "English" };

const KEPT_AS = "eyestalk.language";

/** Whether there is a catalogue of that language. */
export function isLanguage(tag: string | null | undefined): tag is Language {
  return LANGUAGES.some((language) => language === tag);
}

/** What decides the language, strongest first. */
export interface LanguageWishes {
  /** `?lang=` of the address. */
  readonly asked: string | null;
  /** What the person chose before. */
  readonly kept: string | null;
  /** What the browser prefers, in its order. */
  readonly browser: readonly string[];
}

/** The language to speak; English when nobody wishes one there is. */
export function chooseLanguage({ asked, kept, browser }: LanguageWishes): Language {
  const wished = [asked, kept, ...browser.map((tag) => tag.split("-")[0])];
  return wished.find(isLanguage) ?? "en";
}

/** Reads the wishes of this page. */
export function languageOfThisPage(): Language {
  return chooseLanguage({
    asked: new URLSearchParams(location.search).get("lang"),
    kept: recall(KEPT_AS),
    browser: navigator.languages,
  });
}

/** Remembers what the person chose. */
export function keepLanguage(language: Language): void {
  remember(KEPT_AS, language);
}
