/**
 * Seats this tab holds, by room, so that a reload keeps the person in. In `sessionStorage`: another
 * tab is another person.
 */
const PREFIX = "eyestalk.seat.";

/** A seat that can be taken back. */
export interface Seat {
  readonly nickname: string;
  readonly token: string;
}

/** The seat this tab holds in a room, if any: the page may call `resume` instead of asking again. */
export function seatIn(roomName: string, storage: Storage = sessionStorage): Seat | undefined {
  const kept = storage.getItem(PREFIX + roomName);
  if (kept === null) return undefined;
  const [nickname, token] = kept.split("\n");
  return nickname && token ? { nickname, token } : undefined;
}

/** Remembers a seat, or forgets it. */
export function keepSeat(
  roomName: string,
  seat: Seat | undefined,
  storage: Storage = sessionStorage,
): void {
  if (seat === undefined) storage.removeItem(PREFIX + roomName);
  else storage.setItem(PREFIX + roomName, `${seat.nickname}\n${seat.token}`);
}
