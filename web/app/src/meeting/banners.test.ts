import { expect, it } from "vitest";
import { chooseBanner, type BannerFacts } from "./banners.ts";

const CALM: BannerFacts = {
  isSoundBlocked: false,
  server: "online",
  isSilent: false,
  isRelayed: false,
  dismissed: new Set(),
};

it.each<[Partial<BannerFacts>, string | undefined]>([
  [{}, undefined],
  [{ isRelayed: true }, "relay"],
  [{ isRelayed: true, isSilent: true }, "silent"],
  [{ server: "back", isRelayed: true }, "serverBack"],
  [{ server: "offline", isSilent: true }, "serverAway"],
  [{ server: "offline", isSoundBlocked: true }, "autoplay"],
  [{ notice: { id: 1, kind: "camera-lost", label: "" }, isSilent: true }, "camera-lost"],
  [{ screenProblem: { id: 1, kind: "failed" } }, "screenFailed"],
])("of %o the one to show is %s", (facts, kind) => {
  expect(chooseBanner({ ...CALM, ...facts })?.kind).toBe(kind);
});

it("a dismissed banner makes room for the next one, and a new notice is shown again", () => {
  const facts: BannerFacts = {
    ...CALM,
    isRelayed: true,
    notice: { id: 1, kind: "camera-replaced", label: "Brio" },
    dismissed: new Set(["notice-1"]),
  };
  const later: BannerFacts = { ...facts, notice: { id: 2, kind: "camera-lost", label: "" } };

  expect(chooseBanner(facts)?.kind).toBe("relay");
  expect(chooseBanner(later)?.kind).toBe("camera-lost");
});
