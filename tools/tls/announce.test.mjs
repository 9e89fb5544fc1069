import { expect, test } from "vitest";
import { announcement } from "./announce.mjs";

const ADDRESSES = ["https://192.168.0.7:8080", "https://laptop.local:8080"];
const isPictured = (text) => /[█▀▄]/.test(text);

test("others read every address and where the authority is", () => {
  const text = announcement(ADDRESSES, { authority: "/data/ca.crt", picture: false });

  for (const address of ADDRESSES) expect(text).toContain(address);
  expect(text).toContain("/data/ca.crt");
  expect(text).toContain("https://192.168.0.7:8080/ca.crt");
  expect(isPictured(text)).toBe(false);
});

test("a person at a terminal gets a picture for a phone", () => {
  expect(isPictured(announcement(ADDRESSES, { picture: true }))).toBe(true);
});

test("a certificate that devices know needs no word about an authority", () => {
  expect(announcement(ADDRESSES, { picture: false })).not.toContain("trust");
});

test("without an address it says so", () => {
  expect(announcement([], { picture: true })).toContain("in no network");
});
