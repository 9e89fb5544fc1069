import { setTimeout as pause } from "node:timers/promises";
import { Client, type Answer } from "./client.ts";

const ROOM = 4;
/** Entering at the same time; a browser's join is one of a few, too. */
const AT_ONCE = 64;
/** As the official client waits before it tries again: half of this up to one and a half of it. */
const RECONNECT_MS = 1_000;
const TICK_MS = 5;
/** As long as a candidate of a browser, which is most of what `data` carries. */
const FILLING = "x".repeat(200);

interface Seat {
  readonly number: number;
  readonly sid: string;
  readonly token: string;
  readonly port: number;
  client: Client;
}

interface Delays {
  readonly sameNode: number[];
  readonly otherNode: number[];
}

/** What was sent, what of it the server took, and milliseconds from sending to arriving, by who stands where. */
export interface Talk extends Readonly<Delays> {
  readonly sent: number;
  readonly accepted: number;
}

/** Members in rooms of four, each one the next node's: in every room people of all nodes meet. */
export class Crowd {
  readonly #ports: readonly number[];
  readonly #prefix: string;
  readonly #seats: Seat[] = [];
  readonly #bySid = new Map<string, Seat>();
  #delays: Delays = { sameNode: [], otherNode: [] };
  #gone = 0;
  #putOff = 0;

  /** @param prefix begins the names of its rooms, so that several crowds may use one service */
  constructor(ports: readonly number[], prefix: string) {
    this.#ports = ports;
    this.#prefix = prefix;
  }

  get size(): number {
    return this.#seats.length;
  }

  /** How often anybody was told that somebody is gone for good. */
  get toldGone(): number {
    return this.#gone;
  }

  /** How often the server asked to come again later, since the database was too busy. */
  get putOff(): number {
    return this.#putOff;
  }

  /** Lets members in until there are so many; answers how many joined per second, connection included. */
  async fill(total: number): Promise<number> {
    const before = this.size;
    const start = performance.now();
    let next = before;
    const worker = async (): Promise<void> => {
      // One room after the other, so that nobody waits for its row: that is measured by tests.
      for (let number = next; number < total; number = next) {
        next += ROOM;
        for (let i = number; i < Math.min(number + ROOM, total); i += 1) await this.#enter(i);
      }
    };
    await atOnce(worker);
    return ((this.size - before) / (performance.now() - start)) * 1_000;
  }

  /** Everybody's `chatting` or `data` in turn, so many a second. */
  async talk(kind: "chatting" | "data", perSecond: number, seconds: number): Promise<Talk> {
    this.#delays = { sameNode: [], otherNode: [] };
    const total = perSecond * seconds;
    const answers: Promise<Answer>[] = [];
    const start = performance.now();
    for (let sent = 0; sent < total; await pause(TICK_MS)) {
      const due = Math.min(total, ((performance.now() - start) / 1_000) * perSecond);
      for (; sent < due; sent += 1) answers.push(this.#speak(kind, sent));
    }
    const accepted = (await Promise.all(answers)).filter(({ ok }) => ok).length;
    await pause(500);
    return { sent: total, accepted, ...this.#delays };
  }

  /**
   * Waits until all whose connections end, as those of a killed node do, are back on other nodes with the same sid;
   * answers milliseconds for each.
   */
  async comeBack(deadPort: number): Promise<number[]> {
    const start = performance.now();
    const alive = this.#ports.filter((port) => port !== deadPort);
    const lost = this.#seats.filter(({ port }) => port === deadPort);
    return Promise.all(
      lost.map(async (seat, i) => {
        await this.#resume(seat, alive[i % alive.length] ?? deadPort);
        return performance.now() - start;
      }),
    );
  }

  /** Everybody leaves by will, and the rooms end. */
  async leave(): Promise<void> {
    const staying = [...this.#seats];
    await atOnce(async () => {
      for (let seat = staying.pop(); seat !== undefined; seat = staying.pop()) {
        await this.#insist(seat.client, "leave-room", {});
        seat.client.terminate();
      }
    });
  }

  async #enter(number: number): Promise<void> {
    const room = `${this.#prefix} ${Math.floor(number / ROOM)}`;
    const port = this.#portOf(number);
    const client = await Client.connect(port, (event, payload) =>
      this.#hear(number, event, payload),
    );
    const who = { roomName: room, userNickname: `member ${number}` };
    if (number % ROOM === 0) {
      await this.#insist(client, "create-room", { ...who, roomCapacity: ROOM });
    }
    const { my_id, resume_token } = await this.#insist(client, "join-room", who);
    const seat = { number, sid: String(my_id), token: String(resume_token), port, client };
    this.#seats[number] = seat;
    this.#bySid.set(seat.sid, seat);
  }

  async #resume(seat: Seat, port: number): Promise<void> {
    for (;;) {
      await pause(RECONNECT_MS * (0.5 + Math.random()));
      try {
        seat.client = await Client.connect(port, (event, payload) =>
          this.#hear(seat.number, event, payload),
        );
      } catch {
        // the node has no place in its queue just now, as a browser may find, too
        continue;
      }
      const answer = await this.#insist(seat.client, "resume", { token: seat.token, fresh: false });
      if (answer["my_id"] !== seat.sid) throw new Error(`${seat.sid} came back as somebody else`);
      return;
    }
  }

  /** Asks again as long as the server asks for it, as a browser does. */
  async #insist(
    client: Client,
    event: string,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    for (;;) {
      const answer = await client.ask(event, payload);
      if (answer.ok) return answer;
      if (answer["code"] !== "SERVICE_UNAVAILABLE") {
        throw new Error(`${event} was refused: ${JSON.stringify(answer)}`);
      }
      this.#putOff += 1;
      await pause(Number(answer["retry_after"]) * 1_000);
    }
  }

  #speak(kind: "chatting" | "data", turn: number): Promise<Answer> {
    // 7919 is prime: neighbours in time are strangers, as in life.
    const from = this.#seats[(turn * 7919) % this.size];
    if (from === undefined) throw new Error("nobody is there");
    const now = String(performance.now());
    if (kind === "chatting") return from.client.ask("chatting", { text: now, direct: false });
    const first = from.number - (from.number % ROOM);
    const target = this.#seats[first + ((from.number + 1 + (turn % (ROOM - 1))) % ROOM)];
    const candidate = { candidate: `${now} ${FILLING}`, sdpMid: "0", sdpMLineIndex: 0 };
    const signal = { type: "new-ice-candidate", candidate, connection_id: "c", id: String(turn) };
    return from.client.ask("data", { target_id: target?.sid, ...signal });
  }

  #hear(number: number, event: string, payload: Readonly<Record<string, unknown>>): void {
    if (event === "user-disconnect") this.#gone += 1;
    if (event === "chatting" && payload["type"] === "normal" && payload["target"] === "other") {
      this.#time(number, payload["sid"], payload["text"]);
    } else if (event === "data") {
      const { candidate }: { candidate?: unknown } = Object(payload["candidate"]);
      this.#time(number, payload["sender_id"], String(candidate).split(" ")[0]);
    }
  }

  #time(to: number, sid: unknown, sentAt: unknown): void {
    const from = this.#bySid.get(String(sid));
    if (from === undefined) return;
    const isLocal = from.port === this.#portOf(to);
    (isLocal ? this.#delays.sameNode : this.#delays.otherNode).push(
      performance.now() - Number(sentAt),
    );
  }

  #portOf(number: number): number {
    const port = this.#ports[(Math.floor(number / ROOM) + number) % this.#ports.length];
    if (port === undefined) throw new Error("there are no nodes");
    return port;
  }
}

async function atOnce(work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
