import * as v from "valibot";
import { read, type Parsed } from "./parsed.ts";
import { mediaState, peerSignal } from "./peer-signal.ts";
import { userList, type UserList } from "./server-events.ts";
import { fieldErrors, id, instant, numeric, problemCode, type ProblemCode } from "./values.ts";

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));

const bodies = {
  "create-room": v.object({
    roomName: v.string(),
    roomCapacity: numeric,
    roomPassword: v.optional(v.string()),
    userNickname: v.string(),
  }),
  "join-room": v.object({
    roomName: v.string(),
    userNickname: v.string(),
    roomPassword: v.optional(v.string()),
  }),
  data: v.intersect([v.object({ target_id: id }), peerSignal]),
  chatting: v.variant("direct", [
    v.object({ direct: v.literal(false), text }),
    v.object({ direct: v.literal(true), text, dest: id }),
  ]),
  "share-start": v.object({}),
  "share-end": v.object({}),
  "media-state": v.object({ audio: mediaState.entries.audio, video: mediaState.entries.video }),
  resume: v.object({ token: id, fresh: v.boolean() }),
  "peer-state": v.object({ sid: id, heard: v.boolean() }),
  "leave-room": v.object({}),
} as const;

export type ClientEventName = keyof typeof bodies;
export type ClientBody<N extends ClientEventName> = v.InferInput<(typeof bodies)[N]>;

/** Everything a client may send. */
export type ClientEvent = {
  [N in ClientEventName]: { readonly name: N; readonly body: v.InferOutput<(typeof bodies)[N]> };
}[ClientEventName];

function isClientEventName(name: string): name is ClientEventName {
  return Object.hasOwn(bodies, name);
}

/** Reads an event as a server would. For tests and fakes: the browser only sends these. */
export function parseClientEvent(name: string, body: unknown): Parsed<ClientEvent> {
  if (!isClientEventName(name)) return { ok: false, reason: "unknown-type", detail: name };
  const parsed = read(bodies[name], body);
  // `body` belongs to `name`: both were looked up by it. TypeScript does not follow that.
  return parsed.ok ? { ok: true, value: { name, body: parsed.value } as ClientEvent } : parsed;
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

/** What an acknowledgement carries besides `ok`, by event. */
export interface AckBodies {
  "join-room": UserList;
  resume: UserList;
  chatting: { readonly id: string; readonly at: Date };
}
export type AckBody<N extends ClientEventName> = N extends keyof AckBodies
  ? AckBodies[N]
  : { readonly ok: true };

/** A refusal: the same codes as REST. */
export interface Refusal {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly message: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[] | undefined;
  readonly retry_after?: number | undefined;
}

function ackSchema(name: ClientEventName): v.GenericSchema<unknown, { ok: true }> {
  if (name === "join-room" || name === "resume") return joined;
  return name === "chatting" ? chatted : done;
}

/** Reads an acknowledgement of `name`. */
export function parseAck<N extends ClientEventName>(
  name: N,
  body: unknown,
): Parsed<AckBody<N> | Refusal> {
  const refusal = read(refused, body);
  if (refusal.ok) return refusal;
  // The schema was chosen by `name`, which TypeScript does not follow.
  return read(ackSchema(name), body) as Parsed<AckBody<N>>;
}

/** Whether an acknowledgement is a refusal. */
export function isRefusal(ack: object): ack is Refusal {
  return "ok" in ack && ack.ok === false;
}
