import * as v from "valibot";
import { read, type Parsed } from "./parsed.ts";
import { id, instant, numeric } from "./values.ts";

const session = v.object({ operator: v.nullable(v.string()) });

const hours = v.array(v.object({ from: instant, count: numeric }));

const overview = v.object({
  at: instant,
  now: v.object({ rooms: numeric, members: numeric, nodes: numeric }),
  roomsPerHour: hours,
  today: v.object({
    from: instant,
    rooms: numeric,
    people: numeric,
    roomsPerHour: hours,
    peoplePerHour: hours,
  }),
  messages: v.array(v.object({ room: v.string(), count: numeric })),
  joinTimes: v.array(
    v.object({
      from: instant,
      reports: numeric,
      medianMs: v.nullable(numeric),
      p95Ms: v.nullable(numeric),
    }),
  ),
  paths: v.object({ direct: numeric, relayed: numeric }),
  failures: v.array(v.object({ reason: v.string(), reports: numeric })),
});

const messages = v.array(
  v.object({ id, at: instant, nickname: v.string(), message: v.nullable(v.string()) }),
);

/** The answer of `GET /dashboard/api/session`; nobody is logged in where `operator` is null. */
export type OperatorSession = v.InferOutput<typeof session>;
/** The answer of `GET /dashboard/api/overview`; times in milliseconds. */
export type Overview = v.InferOutput<typeof overview>;
/** One message of `GET /dashboard/api/messages`: a compact JWE (RFC 7516), or null without a key. */
export type RoomMessage = v.InferOutput<typeof messages>[number];

/** Reads who is logged in. */
export const parseOperatorSession = (body: unknown): Parsed<OperatorSession> => read(session, body);
/** Reads the dashboard's numbers. */
export const parseOverview = (body: unknown): Parsed<Overview> => read(overview, body);
/** Reads the messages of a room. */
export const parseRoomMessages = (body: unknown): Parsed<RoomMessage[]> => read(messages, body);
