import { parseRoom, type Room } from "@eyestalk/protocol";
import { vi } from "vitest";

/** What the fake answers: a body, and a status that is not 200. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that reached the fake. */
interface Heard {
  readonly route: string;
  readonly body: unknown;
}

/** Puts a REST interface with a memory in the place of `fetch`. Routes read "GET /room". */
export function fakeServer(routes: Readonly<Record<string, Reply>> = {}) {
  const replies = new Map(Object.entries(routes));
  const heard: Heard[] = [];
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit): Promise<Response> => {
    const { pathname } = new URL(path, "http://localhost");
    const route = `${init?.method ?? "GET"} ${decodeURIComponent(pathname)}`;
    const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    heard.push({ route, body });
    const reply = replies.get(route);
    if (!reply) throw new TypeError(`nobody listens on ${route}`);
    const { status = 200, headers = {} } = reply;
    return new Response(JSON.stringify(reply.body), { status, headers });
  });
  return {
    heard,
    /** Answers a route from now on. */
    on: (route: string, reply: Reply) => void replies.set(route, reply),
    /** The bodies that were sent to one route. */
    sentTo: (route: string) => heard.filter((one) => one.route === route).map(({ body }) => body),
  };
}

/** A refusal as the server words it (RFC 9457). */
export function refusal(code: string, status: number, more: object = {}): Reply {
  return { status, body: { type: "about:blank", title: code, status, code, ...more } };
}

/** A room as REST shows it. */
export function roomJson(change: object = {}): object {
  return {
    roomId: "room-1",
    roomName: "Study group",
    roomCapacity: 4,
    roomEnterUser: 2,
    roomCreateAt: "2026-11-23T06:00:00.000Z",
    locked: false,
    ...change,
  };
}

/** The same as the page knows it. */
export function parsedRoom(change: object = {}): Room {
  const parsed = parseRoom(roomJson(change));
  if (!parsed.ok) throw new Error(parsed.detail);
  return parsed.value;
}
