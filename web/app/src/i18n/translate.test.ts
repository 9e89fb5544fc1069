import { describe, expect, it } from "vitest";
import { catalogue as english } from "./en/index.ts";
import { catalogue as korean } from "./ko/index.ts";
import { chooseLanguage } from "./language.ts";
import { translator } from "./translate.ts";

describe("translator", () => {
  const en = translator(english, "en");
  const ko = translator(korean, "ko");

  it("chooses the plural form by the count", () => {
    expect(en("lobby.found", { count: 1 })).toBe("1 meeting found");
    expect(en("lobby.found", { count: 0 })).toBe("0 meetings found");
    expect(ko("lobby.found", { count: 1 })).toBe("방 1개를 찾았어요");
  });

  it("writes numbers as the language does", () => {
    expect(en("lobby.all", { total: 12_345 })).toBe("All meetings (12,345)");
  });

  it("leaves a variable inside a name alone", () => {
    expect(en("chat.joined", { name: "{{name}} $1" })).toBe("{{name}} $1 joined");
  });
});

describe("chooseLanguage", () => {
  it.each([
    [{ asked: "ko", kept: "en", browser: ["en-US"] }, "ko"],
    [{ asked: "fr", kept: "ko", browser: ["en-US"] }, "ko"],
    [{ asked: null, kept: null, browser: ["ja-JP", "ko-KR", "en"] }, "ko"],
    [{ asked: null, kept: null, browser: ["fr-FR"] }, "en"],
  ] as const)("%o speaks %s", (wishes, language) => {
    expect(chooseLanguage(wishes)).toBe(language);
  });
});
