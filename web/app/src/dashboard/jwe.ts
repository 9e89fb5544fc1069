import { failure, success, type Result } from "@eyestalk/mesh";
import { fromBase64url } from "./base64.ts";
import { unwrap, type PrivateKey } from "./private-key.ts";

/** Why a message stays closed. */
export type Closed =
  | { readonly kind: "needs-key"; readonly kid: string }
  /** It was changed, or is none of ours. */
  | { readonly kind: "broken" };

/**
 * Opens a compact JWE (RFC 7516, section 7.1) of RSA-OAEP-256 and A256GCM, here in the browser.
 *
 * @param keys those the operator has chosen; nothing of them is sent anywhere
 */
export async function open(
  jwe: string,
  keys: readonly PrivateKey[],
): Promise<Result<string, Closed>> {
  const header = headerOf(jwe);
  if (header === undefined) return failure({ kind: "broken" });
  const key = keys.find(({ kid }) => kid === header.kid);
  if (key === undefined) return failure({ kind: "needs-key", kid: header.kid });
  try {
    return success(await decrypt(jwe, key));
  } catch {
    return failure({ kind: "broken" }); // WebCrypto tells no reasons, on purpose
  }
}

function headerOf(jwe: string): Header | undefined {
  try {
    const text = new TextDecoder().decode(fromBase64url(jwe.slice(0, jwe.indexOf("."))));
    const header: unknown = JSON.parse(text);
    return isHeader(header) ? header : undefined;
  } catch {
    return undefined; // no base64url, or no JSON
  }
}

interface Header {
  readonly kid: string;
}

function isHeader(header: unknown): header is Header {
  return (
    typeof header === "object" &&
    header !== null &&
    "alg" in header &&
    header.alg === "RSA-OAEP-256" &&
    "enc" in header &&
    header.enc === "A256GCM" &&
    "kid" in header &&
    typeof header.kid === "string"
  );
}

/** RFC 7516, section 5.2. */
async function decrypt(jwe: string, key: PrivateKey): Promise<string> {
  const [header = "", encryptedKey = "", iv = "", text = "", tag = "", ...more] = jwe.split(".");
  if (more.length > 0) throw new TypeError("more than five parts");
  const bytes = await crypto.subtle.decrypt(
    {
      name: "AES-GCM",
      iv: fromBase64url(iv),
      additionalData: new TextEncoder().encode(header),
      tagLength: 128,
    },
    await unwrap(key, encryptedKey),
    Uint8Array.from([...fromBase64url(text), ...fromBase64url(tag)]),
  );
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}
