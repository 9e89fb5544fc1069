import * as v from "valibot";
import { read, type Parsed } from "./parsed.ts";
import { fieldErrors, numeric, problemCode, room, type Room } from "./values.ts";

const created = v.object({ ...room.entries, userNickname: v.string() });

const problem = v.object({
  type: v.optional(v.string(), "about:blank"),
  title: v.optional(v.string(), ""),
  status: numeric,
  detail: v.optional(v.string(), ""),
  code: problemCode,
  errors: v.optional(fieldErrors),
});

const clientConfig = v.object({
  maxCapacity: numeric,
  defaultCapacity: numeric,
  transports: v.array(v.picklist(["polling", "websocket"])),
  version: v.string(),
  iceUrls: v.optional(v.array(v.string()), []),
  reports: v.optional(v.boolean(), false),
});

const refusal = v.picklist(["nickname_error", "capacity_error", "password_error"]);

/** The answer of `POST /room`. */
export type CreatedRoom = v.InferOutput<typeof created>;
/** RFC 9457 problem details with our `code`. */
export type ProblemBody = v.InferOutput<typeof problem>;
/** The answer of `GET /api/config`. */
export type ClientConfig = v.InferOutput<typeof clientConfig>;
/** The plain-text answers of `POST /room/valid/enter`. */
export type EnterRefusal = v.InferOutput<typeof refusal>;

export type { Room };

/** Reads one room. */
export const parseRoom = (body: unknown): Parsed<Room> => read(room, body);
/** Reads the list of `GET /room` and of the search. */
export const parseRooms = (body: unknown): Parsed<Room[]> => read(v.array(room), body);
/** Reads the answer of `POST /room`. */
export const parseCreatedRoom = (body: unknown): Parsed<CreatedRoom> => read(created, body);
/** Reads `application/problem+json`. */
export const parseProblem = (body: unknown): Parsed<ProblemBody> => read(problem, body);
/** Reads the answer of `GET /api/config`. */
export const parseClientConfig = (body: unknown): Parsed<ClientConfig> => read(clientConfig, body);
/** Reads the answer of `PATCH /room/enter`: nicknames by public member id. */
export const parseMembers = (body: unknown): Parsed<Record<string, string>> =>
  read(v.record(v.string(), v.string()), body);
/** Reads a yes or no of `POST /room/valid/create` and `POST /room/exit`. */
export const parseFlag = (body: unknown): Parsed<boolean> => read(v.boolean(), body);
/** Reads the text of `POST /room/valid/enter`. */
export const parseEnterRefusal = (text: unknown): Parsed<EnterRefusal> => read(refusal, text);
