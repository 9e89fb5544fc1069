import type { RoomMessage } from "@eyestalk/protocol";
import { open, type Closed } from "./jwe.ts";
import type { PrivateKey } from "./private-key.ts";

/** What the page can show of one message. */
export type Reading =
  | { readonly kind: "text"; readonly text: string }
  /** Being opened. */
  | { readonly kind: "unread" }
  /** No key was configured when it was sent: only that something was said is known. */
  | { readonly kind: "nothing-kept" }
  | Closed;

/** Opens what the keys open. Never rejects. */
export async function readAll(
  messages: readonly RoomMessage[],
  keys: readonly PrivateKey[],
): Promise<ReadonlyMap<string, Reading>> {
  const readings = await Promise.all(
    messages.map(async ({ id, message }) => [id, await reading(message, keys)] as const),
  );
  return new Map(readings);
}

async function reading(jwe: string | null, keys: readonly PrivateKey[]): Promise<Reading> {
  if (jwe === null) return { kind: "nothing-kept" };
  const opened = await open(jwe, keys);
  return opened.ok ? { kind: "text", text: opened.value } : opened.problem;
}
