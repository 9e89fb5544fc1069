import * as v from "valibot";
import { read, type Parsed } from "./parsed.ts";
import { mediaState, peerSignal } from "./peer-signal.ts";
import { id, instant } from "./values.ts";

const stamped = { id };

const chat = v.object({
  kind: v.literal("chat"),
  ...stamped,
  at: instant,
  sender: v.string(),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
  direct: v.boolean(),
});

/** What two browsers say over their data channel. */
const direct = v.variant("kind", [
  /** First word on an open channel: there is a client at the other end that speaks this. */
  v.object({ kind: v.literal("hello"), ...stamped, name: v.string() }),
  /** Presence, twice a second. */
  v.object({ kind: v.literal("beat"), ...stamped }),
  v.object({ kind: v.literal("media"), ...stamped, ...mediaState.entries }),
  /** How large the receiver shows the sender's camera, so that the sender spends accordingly. */
  v.object({
    kind: v.literal("view"),
    ...stamped,
    camera: v.picklist(["pinned", "normal", "hidden"]),
  }),
  v.object({ kind: v.literal("signal"), ...stamped, signal: peerSignal }),
  chat,
  /** The server answers them again: whoever still looks for it need not wait for their next attempt. */
  v.object({ kind: v.literal("server-back"), ...stamped }),
  /** They leave on purpose; nobody waits for them. */
  v.object({ kind: v.literal("bye"), ...stamped }),
]);

const forward = v.object({
  kind: v.literal("forward"),
  ...stamped,
  /** Who is to get it, and who sent it (set by the one who forwards). */
  to: id,
  from: v.optional(id),
  signal: peerSignal,
});

const peerMessage = v.union([direct, forward]);

/** Everything a peer may send over the data channel. */
export type PeerMessage = v.InferOutput<typeof peerMessage>;
/** What goes out; instants travel as ISO-8601 text. */
export type OutgoingPeerMessage = v.InferInput<typeof peerMessage>;
export type PeerChat = v.InferOutput<typeof chat>;

const KINDS = ["hello", "beat", "media", "view", "signal", "chat", "server-back", "bye", "forward"];

/** Reads one data channel message (JSON text). A newer peer's kinds are `unknown-type`. */
export function parsePeerMessage(text: unknown): Parsed<PeerMessage> {
  const json = toJson(text);
  if (typeof json !== "object" || json === null || !("kind" in json)) {
    return { ok: false, reason: "malformed", detail: "not a message" };
  }
  if (typeof json.kind === "string" && !KINDS.includes(json.kind)) {
    return { ok: false, reason: "unknown-type", detail: json.kind };
  }
  return read(peerMessage, json);
}

function toJson(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // said by the caller: "not a message"
  }
}
