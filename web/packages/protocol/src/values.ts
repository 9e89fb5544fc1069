import * as v from "valibot";

/** A number, or a string that holds one ("4"). */
export const numeric = v.pipe(
  v.union([
    v.number(),
    v.pipe(v.string(), v.trim(), v.regex(/^-?\d+(\.\d+)?$/), v.transform(Number)),
  ]),
  v.finite(),
);

/** Public member ids, room ids, message ids: opaque, never empty. */
export const id = v.pipe(v.string(), v.nonEmpty());

/** An instant: ISO-8601 text, or milliseconds since 1970. */
export const instant = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((at) => new Date(at)),
  v.check((at) => !Number.isNaN(at.getTime()), "not an instant"),
);

/** Every code the server gives, on REST and on sockets (protocol.md, "Errors"). */
export const PROBLEM_CODES = [
  "DUPLICATE_RESOURCE",
  "INVALID_NICKNAME",
  "ROOM_IS_EMPTY",
  "INVALID_PASSWORD",
  "FULL_CAPACITY",
  "MEMBER_NOT_FOUND",
  "VALIDATION_FAILED",
  "RATE_LIMITED",
  "SERVICE_UNAVAILABLE",
  "NOT_IN_ROOM",
  "INTERNAL_ERROR",
  "NOT_FOUND",
  "LOGIN_REQUIRED",
  "REQUEST_REFUSED",
] as const;

/** One of the codes; a code of a newer server reads as `INTERNAL_ERROR`. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A code; one this client does not know is still a failure, not a broken message. */
export const problemCode = v.pipe(
  v.string(),
  v.transform(
    (code): ProblemCode => PROBLEM_CODES.find((known) => known === code) ?? "INTERNAL_ERROR",
  ),
);

export const fieldErrors = v.array(v.object({ field: v.string(), message: v.string() }));

export const room = v.object({
  roomId: id,
  roomName: v.string(),
  roomCapacity: numeric,
  roomEnterUser: numeric,
  roomCreateAt: instant,
  locked: v.boolean(),
});

/** A room as REST and the socket show it. */
export type Room = v.InferOutput<typeof room>;

export const iceServer = v.object({
  urls: v.union([v.string(), v.array(v.string())]),
  username: v.optional(v.string()),
  credential: v.optional(v.string()),
});

/** What `RTCPeerConnection` takes. */
export type IceServer = v.InferOutput<typeof iceServer>;

export const member = v.object({
  sid: id,
  name: v.string(),
  audio: v.optional(v.boolean(), true),
  video: v.optional(v.boolean(), true),
  sharing: v.optional(v.boolean(), false),
  away: v.optional(v.boolean(), false),
});

/** Another member as the roster shows them. */
export type Member = v.InferOutput<typeof member>;
