import { success, type Result } from "@eyestalk/mesh";
import {
  parseClientConfig,
  parseCreatedRoom,
  parseFlag,
  parseRooms,
  type ClientConfig,
  type CreatedRoom,
  type Room,
} from "@eyestalk/protocol";
import { request, type HttpProblem } from "./http.ts";

/** A page of rooms, newest first, and how many there are in all. */
export interface RoomPage {
  readonly rooms: readonly Room[];
  readonly total: number;
}

/** What a person types to create a room. */
export interface NewRoom {
  readonly roomName: string;
  readonly roomCapacity: number;
  readonly userNickname: string;
  readonly roomPassword?: string | undefined;
}

type Outcome<T> = Promise<Result<T, HttpProblem>>;

/** `GET /room`: pages count from 0, `size` is at most 500. */
export async function listRooms(
  { page, size }: { page: number; size: number },
  signal?: AbortSignal,
): Outcome<RoomPage> {
  const got = await request({ path: `/room?page=${page}&size=${size}`, parse: parseRooms, signal });
  if (!got.ok) return got;
  const rooms = got.value.value;
  const total = Number(got.value.headers.get("X-Total-Count") ?? rooms.length);
  return success({ rooms, total });
}

/** `GET /room/{part}`: the rooms with that in their name; none is an empty list here. */
export async function searchRooms(part: string, signal?: AbortSignal): Outcome<readonly Room[]> {
  const got = await request({
    path: `/room/${encodeURIComponent(part)}`,
    parse: parseRooms,
    signal,
  });
  if (got.ok) return success(got.value.value);
  return got.problem.code === "ROOM_IS_EMPTY" ? success([]) : got;
}

/** The room of exactly that name; undefined when there is none. */
export async function findRoom(name: string, signal?: AbortSignal): Outcome<Room | undefined> {
  const found = await searchRooms(name, signal);
  return found.ok ? success(found.value.find((room) => room.roomName === name)) : found;
}

/** `POST /room`. */
export async function createRoom(room: NewRoom): Outcome<CreatedRoom> {
  const got = await request({ path: "/room", method: "POST", body: room, parse: parseCreatedRoom });
  return got.ok ? success(got.value.value) : got;
}

/** `POST /room/valid/create`: whether that name is free. */
export async function isNameFree(roomName: string, signal?: AbortSignal): Outcome<boolean> {
  const path = "/room/valid/create";
  const got = await request({ path, method: "POST", body: { roomName }, parse: parseFlag, signal });
  return got.ok ? success(got.value.value) : got;
}

/** `GET /api/config`. */
export async function clientConfig(signal?: AbortSignal): Outcome<ClientConfig> {
  const got = await request({ path: "/api/config", parse: parseClientConfig, signal });
  return got.ok ? success(got.value.value) : got;
}
