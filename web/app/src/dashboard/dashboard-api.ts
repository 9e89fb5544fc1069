import { success, type Result } from "@eyestalk/mesh";
import {
  parseOperatorSession,
  parseOverview,
  parseRoomMessages,
  type OperatorSession,
  type Overview,
  type RoomMessage,
} from "@eyestalk/protocol";
import { request, type HttpProblem, type HttpRequest } from "../lib/http.ts";

type Outcome<T> = Promise<Result<T, HttpProblem>>;

const API = "/dashboard/api";

/** Who is logged in; also gives this page its token against forged requests, by a cookie. */
export function session(signal?: AbortSignal): Outcome<OperatorSession> {
  return value({ path: `${API}/session`, parse: parseOperatorSession, signal });
}

/** `POST /dashboard/api/login`. */
export function logIn(username: string, password: string): Outcome<OperatorSession> {
  return post("login", { username, password });
}

/** `POST /dashboard/api/logout`. */
export function logOut(): Outcome<OperatorSession> {
  return post("logout", {});
}

/** The numbers; today begins at midnight in that IANA time zone. */
export function overview(zone: string, signal?: AbortSignal): Outcome<Overview> {
  const query = new URLSearchParams({ zone });
  return value({ path: `${API}/overview?${query}`, parse: parseOverview, signal });
}

/** What was said in a room, newest first, 100 at most; older ones than the id `before`, if given. */
export function messagesOf(
  { room, before }: { room: string; before?: string | undefined },
  signal?: AbortSignal,
): Outcome<RoomMessage[]> {
  const query = new URLSearchParams(before === undefined ? { room } : { room, before });
  return value({ path: `${API}/messages?${query}`, parse: parseRoomMessages, signal });
}

/** Where a chart is to be had as a file. */
export function csvPath(chart: string, zone: string): string {
  return `${API}/csv/${chart}?${new URLSearchParams({ zone })}`;
}

function post(what: string, body: object): Outcome<OperatorSession> {
  return value({
    path: `${API}/${what}`,
    method: "POST",
    body,
    headers: { "X-Page-Token": pageToken() },
    parse: parseOperatorSession,
  });
}

async function value<T>(what: HttpRequest<T>): Outcome<T> {
  const got = await request(what);
  return got.ok ? success(got.value.value) : got;
}

/** What `session` put there; a POST without it is refused. */
function pageToken(): string {
  return /(?:^|;\s*)eyestalk-page=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}
