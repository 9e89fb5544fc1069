import { failure, success, type Result } from "@eyestalk/mesh";
import { fromBase64, fromBase64url, toBase64url } from "./base64.ts";

/** An operator's private key, as this page holds it: usable here, and not to be read out again. */
export interface PrivateKey {
  /** RFC 7638 thumbprint (SHA-256, base64url) of its public half. */
  readonly kid: string;
  readonly key: CryptoKey;
}

const RSA = { name: "RSA-OAEP", hash: "SHA-256" } as const;
const PEM = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/;

/** Reads a key file: PKCS#8 as PEM (RFC 7468, section 10; no passphrase), or a JWK (RFC 7517). */
export async function readPrivateKey(text: string): Promise<Result<PrivateKey, "unreadable">> {
  try {
    return success(await keyOf(await jwkOf(text)));
  } catch {
    return failure("unreadable"); // whatever it is, it is no RSA private key in these forms
  }
}

async function jwkOf(text: string): Promise<JsonWebKey> {
  const pem = PEM.exec(text)?.[1];
  if (pem === undefined) return jwkIn(text);
  const key = await crypto.subtle.importKey("pkcs8", fromBase64(pem), RSA, true, ["decrypt"]);
  return crypto.subtle.exportKey("jwk", key);
}

/** Its fields are checked by `keyOf`, and by the browser. */
function jwkIn(text: string): JsonWebKey {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new TypeError("no JWK");
  return value;
}

function isObject(value: unknown): value is JsonWebKey {
  return typeof value === "object" && value !== null;
}

/** What a JWK says of its use is left out: it may have been made for another program. */
async function keyOf({ kty, n, e, d, p, q, dp, dq, qi }: JsonWebKey): Promise<PrivateKey> {
  if (kty !== "RSA" || !n || !e || !d || !p || !q || !dp || !dq || !qi) {
    throw new TypeError("no RSA private key");
  }
  const jwk = { kty, n, e, d, p, q, dp, dq, qi };
  const key = await crypto.subtle.importKey("jwk", jwk, RSA, false, ["decrypt"]);
  const canonical = new TextEncoder().encode(JSON.stringify({ e, kty, n }));
  const hash = await crypto.subtle.digest("SHA-256", canonical);
  return { kid: toBase64url(new Uint8Array(hash)), key };
}

/** Decrypts a message's key (RSAES-OAEP with SHA-256, RFC 7518, section 4.3). */
export async function unwrap({ key }: PrivateKey, encrypted: string): Promise<CryptoKey> {
  const raw = await crypto.subtle.decrypt(RSA, key, fromBase64url(encrypted));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
}
