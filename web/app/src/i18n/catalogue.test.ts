import { describe, expect, it, test } from "vitest";
import { words as englishDashboard } from "./en/dashboard.ts";
import { catalogue as englishPages } from "./en/index.ts";
import { words as koreanDashboard } from "./ko/dashboard.ts";
import { catalogue as koreanPages } from "./ko/index.ts";

const english = { ...englishPages, ...englishDashboard };
const korean = { ...koreanPages, ...koreanDashboard };

const LANGUAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: english,
  ko: korean,
};

/** The forms a language has, by Unicode CLDR. */
function pluralForms(language: string): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

function stem(key: string): string {
  return key.replace(/_(?:zero|one|two|few|many|other)$/, "");
}

function isPlural(key: string): boolean {
  return stem(key) !== key;
}

function variables(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "").toSorted();
}

const stems = [...new Set(Object.keys(english).map(stem))];

test("both languages have the same messages", () => {
  const ofKorean = new Set(Object.keys(korean).map(stem));

  expect([...ofKorean].toSorted()).toEqual(stems.toSorted());
});

describe.each(Object.entries(LANGUAGES))("%s", (language, messages) => {
  it("has every plural form its grammar knows, and no other", () => {
    const plural = stems.filter((key) => isPlural(`${key}_other`) && `${key}_other` in messages);

    for (const key of plural) {
      const forms = Object.keys(messages)
        .filter((each) => isPlural(each) && stem(each) === key)
        .map((each) => each.slice(key.length + 1));
      expect(forms.toSorted(), key).toEqual([...pluralForms(language)].toSorted());
    }
  });

  it("uses the variables of the English text", () => {
    const sources: Readonly<Record<string, string>> = english;
    const strange = Object.entries(messages).filter(
      ([key, text]) => String(variables(text)) !== String(variables(sources[key] ?? "")),
    );

    expect(strange).toEqual([]);
  });

  it("never raises its voice and never says nothing", () => {
    const wrong = Object.entries(messages).filter(
      ([, text]) => /[!！]/u.test(text) || text.trim() === "",
    );

    expect(wrong).toEqual([]);
  });
});

it("speaks Korean in 해요체: no sentence ends in 합니다, 십시오 or 한다", () => {
  const stiff = Object.values(korean).filter((text) => /(?:니다|십시오|한다)[.…]?$/u.test(text));

  expect(stiff).toEqual([]);
});
