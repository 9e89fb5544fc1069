import { parseRooms } from "@eyestalk/protocol";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fakeServer, refusal, roomJson } from "../testing/fake-server.ts";
import { request } from "./http.ts";
import { findRoom, listRooms, searchRooms } from "./rooms-api.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const rooms = { path: "/room", parse: parseRooms };

describe("request", () => {
  it("reads a problem by its code, with the seconds to wait", async () => {
    const limited = { ...refusal("RATE_LIMITED", 429), headers: { "Retry-After": "42" } };
    fakeServer({ "GET /room": limited });

    const got = await request(rooms);

    expect(got).toMatchObject({ ok: false, problem: { code: "RATE_LIMITED", retryAfter: 42 } });
  });

  it("keeps the fields a validation named", async () => {
    const errors = [{ field: "roomName", message: "too long" }];
    fakeServer({ "GET /room": refusal("VALIDATION_FAILED", 400, { errors }) });

    const got = await request(rooms);

    expect(got).toMatchObject({ ok: false, problem: { code: "VALIDATION_FAILED", errors } });
  });

  it("says OFFLINE when no answer comes at all", async () => {
    fakeServer();

    const got = await request(rooms);

    expect(got).toMatchObject({ ok: false, problem: { code: "OFFLINE" } });
  });

  it.each([
    [502, "SERVICE_UNAVAILABLE"],
    [500, "INTERNAL_ERROR"],
  ])("understands a gateway that answers %i without a problem body", async (status, code) => {
    vi.stubGlobal("fetch", async () => new Response("<h1>Bad gateway</h1>", { status }));

    const got = await request(rooms);

    expect(got).toMatchObject({ ok: false, problem: { code } });
  });

  it("takes an answer of the wrong shape as a failure of the server", async () => {
    fakeServer({ "GET /room": { body: { rooms: "none" } } });

    const got = await request(rooms);

    expect(got).toMatchObject({ ok: false, problem: { code: "INTERNAL_ERROR" } });
  });

  it("gives an abort of the caller on", async () => {
    vi.stubGlobal("fetch", async (_path: string, { signal }: RequestInit) => {
      signal?.throwIfAborted();
      return new Response("[]");
    });

    const given = request({ ...rooms, signal: AbortSignal.abort() });

    await expect(given).rejects.toThrow("aborted");
  });
});

describe("rooms", () => {
  it("takes the total from the header, not from the page", async () => {
    const answer = { body: [roomJson()], headers: { "X-Total-Count": "120" } };
    fakeServer({ "GET /room": answer });

    const got = await listRooms({ page: 0, size: 1 });

    expect(got).toMatchObject({ ok: true, value: { total: 120, rooms: [{ locked: false }] } });
  });

  it("finds nothing where the server says ROOM_IS_EMPTY", async () => {
    fakeServer({ "GET /room/zzz": refusal("ROOM_IS_EMPTY", 404) });

    expect(await searchRooms("zzz")).toEqual({ ok: true, value: [] });
  });

  it("takes only the room of exactly that name for a link", async () => {
    const found = { body: [roomJson({ roomName: "Study group 2" })] };
    fakeServer({ "GET /room/Study group": found });

    expect(await findRoom("Study group")).toEqual({ ok: true, value: undefined });
  });
});
