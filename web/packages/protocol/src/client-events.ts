import * as v from "valibot";
import { named, read, type Parsed } from "./parsed.ts";
import { mediaState, peerSignal } from "./peer-signal.ts";
import { userList } from "./server-events.ts";
import { fieldErrors, id, instant, numeric, problemCode, type ProblemCode } from "./values.ts";

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));

const events = v.variant("name", [
  named(
    "create-room",
    v.object({
      roomName: v.string(),
      roomCapacity: numeric,
      roomPassword: v.optional(v.string()),
      userNickname: v.string(),
    }),
  ),
  named(
    "join-room",
    v.object({
      roomName: v.string(),
      userNickname: v.string(),
      roomPassword: v.optional(v.string()),
    }),
  ),
  named("data", v.intersect([v.object({ target_id: id }), peerSignal])),
  named(
    "chatting",
    v.variant("direct", [
      v.object({ direct: v.literal(false), text }),
      v.object({ direct: v.literal(true), text, dest: id }),
    ]),
  ),
  named("share-start", v.object({})),
  named("share-end", v.object({})),
  named(
    "media-state",
    v.object({ audio: mediaState.entries.audio, video: mediaState.entries.video }),
  ),
  named("resume", v.object({ token: id, fresh: v.boolean() })),
  named("peer-state", v.object({ sid: id, heard: v.boolean() })),
  named("leave-room", v.object({})),
]);

/** Everything a client may send, as a server reads it. */
export type ClientEvent = v.InferOutput<typeof events>;
export type ClientEventName = ClientEvent["name"];
/** What a client hands over to be sent. */
export type ClientBody<N extends ClientEventName> = Extract<
  v.InferInput<typeof events>,
  { name: N }
>["body"];

const names: ReadonlySet<string> = new Set(
  events.options.map((event) => event.entries.name.literal),
);

/** Reads an event as a server would. For tests and fakes: the browser only sends these. */
export function parseClientEvent(name: string, body: unknown): Parsed<ClientEvent> {
  if (!names.has(name)) return { ok: false, reason: "unknown-type", detail: name };
  return read(events, { name, body });
}

const done = v.object({ ok: v.literal(true) });
const joined = v.object({ ok: v.literal(true), ...userList.entries });
const chatted = v.object({ ok: v.literal(true), id, at: instant });
const refused = v.object({
  ok: v.literal(false),
  code: problemCode,
  message: v.optional(v.string(), ""),
  errors: v.optional(fieldErrors),
  retry_after: v.optional(numeric),
});

const acks = {
  "create-room": done,
  "join-room": joined,
  data: done,
  chatting: chatted,
  "share-start": done,
  "share-end": done,
  "media-state": done,
  resume: joined,
  "peer-state": done,
  "leave-room": done,
} as const;

/** What the acknowledgement of an event carries. */
export type AckBody<N extends ClientEventName> = v.InferOutput<(typeof acks)[N]>;

const ackSchemas: { readonly [N in ClientEventName]: v.GenericSchema<unknown, AckBody<N>> } = acks;

/** A refusal: the same codes as REST. */
export interface Refusal {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly message: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[] | undefined;
  readonly retry_after?: number | undefined;
}

/** Reads an acknowledgement of `name`. */
export function parseAck<N extends ClientEventName>(
  name: N,
  body: unknown,
): Parsed<AckBody<N> | Refusal> {
  const refusal = read<Refusal>(refused, body);
  return refusal.ok ? refusal : read<AckBody<N>>(ackSchemas[name], body);
}

/** Whether an acknowledgement is a refusal. */
export function isRefusal(ack: { readonly ok: boolean }): ack is Refusal {
  return !ack.ok;
}
