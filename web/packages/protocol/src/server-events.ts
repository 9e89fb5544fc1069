import * as v from "valibot";
import { named, read, type Parsed } from "./parsed.ts";
import { mediaState, peerSignal } from "./peer-signal.ts";
import {
  fieldErrors,
  iceServer,
  id,
  instant,
  member,
  numeric,
  problemCode,
  room,
} from "./values.ts";

const bySid = v.object({ sid: id });

/** What everybody gets who enters or comes back; `members` are the others only. */
export const userList = v.object({
  my_id: id,
  resume_token: id,
  ice_servers: v.array(iceServer),
  ice_ttl: v.optional(numeric),
  room,
  members: v.array(member),
});
export type UserList = v.InferOutput<typeof userList>;

const chatLine = v.object({
  type: v.literal("normal"),
  id,
  at: instant,
  sid: id,
  sender: v.string(),
  text: v.string(),
  room_id: v.optional(v.string()),
  direct: v.optional(v.boolean(), false),
  /** Of a direct message: the addressee's public id, where the server tells the sender. */
  dest: v.optional(id),
  target: v.optional(v.picklist(["self", "other"])),
});

const chatNotice = v.object({
  type: v.picklist(["join", "disconnect"]),
  id: v.optional(id),
  at: v.optional(instant),
  sid: id,
  name: v.string(),
});

/** A line somebody wrote, or a notice of somebody coming or going. */
const chatting = v.variant("type", [chatLine, chatNotice]);
export type Chatting = v.InferOutput<typeof chatting>;

/** `data` as it arrives: the signal, and who sent it by the server's word. */
const relayed = v.pipe(
  v.intersect([v.object({ sender_id: id }), peerSignal]),
  v.transform(({ sender_id, ...signal }) => ({ from: sender_id, signal })),
);

const events = v.variant("name", [
  // The 2022 event has no payload; Socket.IO hands over undefined.
  named("join-request", v.unknown()),
  named("user-list", userList),
  named("user-connect", v.object({ sid: id, name: v.string() })),
  named("user-away", bySid),
  named("user-back", v.object({ sid: id, fresh: v.optional(v.boolean(), false) })),
  named(
    "user-disconnect",
    v.object({
      sid: id,
      reason: v.optional(v.fallback(v.picklist(["left", "lost", "closed"]), "lost"), "lost"),
    }),
  ),
  named("data", relayed),
  named("chatting", chatting),
  named("share-start", bySid),
  named("share-end", bySid),
  named(
    "media-state",
    v.object({ sid: id, ...mediaState.entries, sharing: v.optional(v.boolean()) }),
  ),
  named(
    "rooms-changed",
    v.object({
      roomId: id,
      kind: v.picklist(["created", "changed", "ended"]),
      room: v.optional(room),
    }),
  ),
  named("ice-servers", v.object({ ice_servers: v.array(iceServer), ice_ttl: v.optional(numeric) })),
  named(
    "error-message",
    v.object({
      code: problemCode,
      message: v.optional(v.string(), ""),
      event: v.optional(v.string(), ""),
      errors: v.optional(fieldErrors),
      retry_after: v.optional(numeric),
    }),
  ),
]);

/** The bodies of what the server sends, by name. */
type ServerBodies = {
  [E in v.InferOutput<typeof events> as E["name"]]: E["body"];
};
export type ServerEventName = keyof ServerBodies;
export type ServerBody<N extends ServerEventName> = ServerBodies[N];

/** Everything the server may send; with a name, that one event. */
export type ServerEvent<N extends ServerEventName = ServerEventName> = {
  [K in N]: { readonly name: K; readonly body: ServerBodies[K] };
}[N];

const names: ReadonlySet<string> = new Set(
  events.options.map((event) => event.entries.name.literal),
);

/** Reads an event of the server. Unknown fields are ignored, unknown names are `unknown-type`. */
export function parseServerEvent(name: string, body: unknown): Parsed<ServerEvent> {
  if (!names.has(name)) return { ok: false, reason: "unknown-type", detail: name };
  return read(events, { name, body });
}
