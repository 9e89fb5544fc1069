import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { certificateFor } from "./authority.mjs";

const DAY_MS = 24 * 60 * 60 * 1_000;
const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const NAMES = { hosts: ["localhost", "laptop.local"], addresses: ["127.0.0.1", "::1"] };
const MOVED = { ...NAMES, addresses: [...NAMES.addresses, "192.168.0.7"] };

const scratch = mkdtempSync(join(tmpdir(), "eyestalk-tls-"));
const folder = join(scratch, "tls");
let keytool = "";

beforeAll(() => {
  keytool = execFileSync("bash", ["-c", '. tools/lib.sh && find_jdk && printf %s "$JAVA_HOME"'], {
    cwd: REPOSITORY,
    encoding: "utf8",
  });
  keytool = join(keytool, "bin/keytool");
});
afterAll(() => rmSync(scratch, { recursive: true }));

const read = (name) => new X509Certificate(readFileSync(join(folder, name)));
const makeFor = (names, now = new Date()) => certificateFor(folder, names, keytool, now);

// Each step goes on from the one before: making a key takes the JDK's program most of a second.
test("an authority and its certificate are made once, kept, and renewed when they must be", () => {
  const first = makeFor(NAMES);
  const authority = read("ca.crt");
  const certificate = read("server.crt");

  expect(first.renewed).toBe(true);
  expect(authority.ca).toBe(true);
  expect(certificate.ca).toBe(false);
  expect(certificate.verify(authority.publicKey)).toBe(true);
  expect(certificate.checkHost("laptop.local")).toBe("laptop.local");
  expect(certificate.checkIP("::1")).toBe("::1");
  expect(certificate.checkHost("example.org")).toBeUndefined();
  const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / DAY_MS;
  expect(days).toBeLessThanOrEqual(398);

  expect(makeFor(NAMES).renewed).toBe(false);
  expect(read("server.crt").fingerprint256).toBe(certificate.fingerprint256);

  expect(makeFor(MOVED).renewed).toBe(true);
  expect(read("server.crt").checkIP("192.168.0.7")).toBe("192.168.0.7");
  expect(read("ca.crt").fingerprint256).toBe(authority.fingerprint256);

  const nearTheEnd = new Date(Date.parse(read("server.crt").validTo) - 29 * DAY_MS);
  expect(makeFor(MOVED, nearTheEnd).renewed).toBe(true);
  expect(read("ca.crt").fingerprint256).toBe(authority.fingerprint256);

  const afterYears = new Date(Date.parse(authority.validTo) - 29 * DAY_MS);
  expect(makeFor(MOVED, afterYears).renewed).toBe(true);
  expect(read("ca.crt").fingerprint256).not.toBe(authority.fingerprint256);
  expect(read("server.crt").verify(read("ca.crt").publicKey)).toBe(true);
}, 60_000);

test("nobody but the owner may read any of the files", () => {
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder).toSorted()).toEqual(["ca.crt", "ca.p12", "server.crt", "server.p12"]);
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
  }
});
