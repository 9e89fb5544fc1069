// @vitest-environment node
import {
  constants,
  createCipheriv,
  createHash,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
  type KeyObject,
} from "node:crypto";
import { describe, expect, test } from "vitest";
import { open } from "./jwe.ts";
import { readPrivateKey, type PrivateKey } from "./private-key.ts";

const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/** RFC 7638, section 3. */
function thumbprint(key: KeyObject): string {
  const { e, kty, n } = key.export({ format: "jwk" });
  return createHash("sha256").update(JSON.stringify({ e, kty, n })).digest("base64url");
}

/** A compact JWE as the server writes it, made with another library than the page's. */
function sealed(text: string, to = pair.publicKey): string {
  const header = { kid: thumbprint(to), enc: "A256GCM", alg: "RSA-OAEP-256" };
  const first = Buffer.from(JSON.stringify(header)).toString("base64url");
  const [key, iv] = [randomBytes(32), randomBytes(12)];
  const oaep = { key: to, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" };
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(first));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const parts = [publicEncrypt(oaep, key), iv, body, cipher.getAuthTag()];
  return [first, ...parts.map((part) => part.toString("base64url"))].join(".");
}

async function keyIn(text: string): Promise<PrivateKey> {
  const read = await readPrivateKey(text);
  if (!read.ok) throw new Error("the key was not read");
  return read.value;
}

describe("a message", () => {
  test("opens with the key it was sealed for", async () => {
    const key = await keyIn(pem);

    expect(await open(sealed("안녕하세요 👋"), [key])).toEqual({
      ok: true,
      value: "안녕하세요 👋",
    });
    expect(await open(sealed(""), [key])).toEqual({ ok: true, value: "" });
  });

  test("opens with the right one of several keys", async () => {
    const old = await keyIn(other.privateKey.export({ type: "pkcs8", format: "pem" }).toString());

    expect(await open(sealed("hello"), [old, await keyIn(pem)])).toMatchObject({ ok: true });
  });

  test("names the key that it needs", async () => {
    const closed = await open(sealed("hello", other.publicKey), [await keyIn(pem)]);

    expect(closed).toEqual({
      ok: false,
      problem: { kind: "needs-key", kid: thumbprint(other.publicKey) },
    });
  });

  test("that was changed in any part stays closed", async () => {
    const key = await keyIn(pem);
    const parts = sealed("hello").split(".");
    const changed = parts.map((part, place) =>
      parts.map((each, other) => (other === place ? flipped(part) : each)).join("."),
    );

    for (const jwe of [...changed, "", "a.b", `${parts.join(".")}.more`]) {
      expect(await open(jwe, [key]), jwe).toMatchObject({ ok: false, problem: { kind: "broken" } });
    }
  });
});

describe("a private key", () => {
  test("is read from PKCS#8 and from a JWK, and is known by its thumbprint", async () => {
    const jwk = { ...pair.privateKey.export({ format: "jwk" }), use: "sig", kid: "my own" };

    expect((await keyIn(`a comment\n${pem}`)).kid).toBe(thumbprint(pair.publicKey));
    expect((await keyIn(JSON.stringify(jwk))).kid).toBe(thumbprint(pair.publicKey));
  });

  test("cannot be read out of the page again", async () => {
    expect((await keyIn(pem)).key.extractable).toBe(false);
  });

  test.each([
    ["nothing", ""],
    ["another file", "{}"],
    ["a public key", pair.publicKey.export({ type: "spki", format: "pem" }).toString()],
    ["a public JWK", JSON.stringify(pair.publicKey.export({ format: "jwk" }))],
    ["PKCS#1", pair.privateKey.export({ type: "pkcs1", format: "pem" }).toString()],
    [
      "a key under a passphrase",
      pair.privateKey
        .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "secret" })
        .toString(),
    ],
    [
      "a key of another kind",
      generateKeyPairSync("ec", { namedCurve: "P-256" })
        .privateKey.export({ type: "pkcs8", format: "pem" })
        .toString(),
    ],
  ])("is not found in %s", async (_what, text) => {
    expect(await readPrivateKey(text)).toEqual({ ok: false, problem: "unreadable" });
  });
});

/** Another letter in the middle: the last one of a part may hold no bits that count. */
function flipped(part: string): string {
  const middle = Math.floor(part.length / 2);
  return part.slice(0, middle) + (part[middle] === "A" ? "B" : "A") + part.slice(middle + 1);
}
