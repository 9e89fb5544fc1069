import { createStore } from "@eyestalk/mesh";
import { useStore } from "../lib/use-store.ts";
import { keepLanguage, languageOfThisPage, type Language } from "./language.ts";
import type { Catalogue, DashboardWords, Translate } from "./messages.ts";
import { translator } from "./translate.ts";

export { LANGUAGES, LANGUAGE_NAMES, isLanguage, type Language } from "./language.ts";
export type { PlainKey, Translate } from "./messages.ts";

/** One chunk per language: nobody downloads the words of the other one. */
const catalogues: Readonly<Record<Language, () => Promise<{ catalogue: Catalogue }>>> = {
  en: () => import("./en/index.ts"),
  ko: () => import("./ko/index.ts"),
};

/** Words of a part that few people see: a chunk of their own, once per language. */
const parts = {
  dashboard: {
    en: () => import("./en/dashboard.ts"),
    ko: () => import("./ko/dashboard.ts"),
  },
} satisfies { dashboard: Record<Language, () => Promise<{ words: DashboardWords }>> };

type Part = keyof typeof parts;

interface Speech {
  readonly language: Language;
  readonly t: Translate;
}

const learned = new Set<Part>();

/** Silent until the first language is there: nothing is drawn before. */
const speech = createStore<Speech>({ language: "en", t: () => "" });

/** Loads the language of this page. Call it once, before anything is drawn. */
export function startLanguage(): Promise<void> {
  return speak(languageOfThisPage());
}

/** Loads a language and shows the page in it. */
export async function speak(language: Language): Promise<void> {
  const [{ catalogue }, ...more] = await Promise.all([
    catalogues[language](),
    ...[...learned].map((part) => parts[part][language]()),
  ]);
  document.documentElement.lang = language;
  const words = more.map((part) => part.words);
  speech.set({ language, t: translator(Object.assign({}, catalogue, ...words), language) });
}

/** Loads the words of a part as well, in the language in use and in each that is chosen later. */
export async function learn(part: Part): Promise<void> {
  learned.add(part);
  await speak(speech.get().language);
}

/** Shows the page in a language and remembers that for the next visit. */
export async function chooseAndKeep(language: Language): Promise<void> {
  keepLanguage(language);
  await speak(language);
}

/** The words of the language in use: `const t = useT(); t("lobby.start")`. */
export function useT(): Translate {
  return useStore(speech).t;
}

/** The language in use, for dates and numbers. */
export function useLanguage(): Language {
  return useStore(speech).language;
}
