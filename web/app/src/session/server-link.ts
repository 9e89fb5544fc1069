import {
  createStore,
  failure,
  success,
  systemClock,
  type Clock,
  type Result,
  type Store,
} from "@eyestalk/mesh";
import {
  isRefusal,
  parseAck,
  parseServerEvent,
  type AckBody,
  type ClientBody,
  type ClientEventName,
  type ServerBody,
  type ServerEvent,
  type ServerEventName,
} from "@eyestalk/protocol";
import { io } from "socket.io-client";
import type { Problem } from "./face.ts";
import { ServerSearch } from "./server-search.ts";

const ANSWER_WITHIN_MS = 8_000;
/**
 * Peers signal when something is wrong, and the server answers that at once or not at all: a computer that changed
 * its network keeps a socket that only looks open, until the ping runs out after most of a minute.
 */
const SIGNAL_WITHIN_MS = 2_000;
const SIGNALS: ReadonlySet<ClientEventName> = new Set(["data", "peer-state"]);
/** Until another attempt after the server itself ended the connection, half of it to one and a half. */
const KICKED_MS = 1_000;
/** For a small answer: one that has just started is slow, and a question given up is asked again. */
const LOOK_WITHIN_MS = 5_000;

/** How the socket stands. Away, the server is looked for with back-off and jitter. */
export type LinkState = "connecting" | "online" | "offline";

/** The socket to the server: typed, parsed at the door. Opened once per page, also for the lobby. */
export interface ServerLink {
  readonly state: Store<LinkState>;
  /** The private connection id, for the closing beacon; undefined while not connected. */
  readonly id: () => string | undefined;
  /** Messages that were dropped at the door, by reason. */
  readonly dropped: () => Readonly<Record<"unknown-type" | "malformed", number>>;
  /**
   * Sends and waits for the acknowledgement, 8 s at most. Offline: refused at once, not queued.
   *
   * @param withinMs for a signal: how long a socket that does not answer is believed to work (2 s)
   */
  request<N extends ClientEventName>(
    name: N,
    body: ClientBody<N>,
    withinMs?: number,
  ): Promise<Result<AckBody<N>, Problem>>;
  /** Calls `listener` for each event of that name, in the order they came; returns the remover. */
  on<N extends ServerEventName>(name: N, listener: (body: ServerBody<N>) => void): () => void;
  /** Ends a connection that only looks open and opens another at once. Offline: does nothing. */
  startOver(): void;
  /** Somebody reaches the server again: tries at once instead of after the pause. Online: does nothing. */
  tryNow(): void;
  close(): void;
}

/** The part of socket.io-client's Socket that the link uses. */
export interface RawSocket {
  readonly connected: boolean;
  readonly id?: string | undefined;
  on(event: "connect" | "connect_error", listener: () => void): unknown;
  on(event: "disconnect", listener: (reason: string) => void): unknown;
  onAny(listener: (name: string, ...args: unknown[]) => void): unknown;
  timeout(ms: number): { emitWithAck(event: string, body: unknown): Promise<unknown> };
  connect(): unknown;
  disconnect(): unknown;
  readonly io: {
    /** What the next connection tries, first to last. */
    readonly opts: { transports?: unknown };
    /** The way below the socket. */
    readonly engine: { readonly transport: { readonly name: string }; close(): unknown };
  };
}

export interface LinkOptions {
  readonly transports?: readonly ("polling" | "websocket")[] | undefined;
}

/** What a link needs besides a socket. */
interface Surroundings {
  readonly clock: Clock;
  /** Whether the server answers now. Never rejects. */
  readonly answers: () => Promise<boolean>;
}

/** Opens the socket to the page's own origin. Returns at once; see `state`. */
export function connectServer({ transports }: LinkOptions = {}): ServerLink {
  const settings = {
    transports: [...(transports ?? (["polling", "websocket"] as const))],
    reconnection: false,
    timeout: 8_000,
  };
  return linkOver(io(settings), { clock: systemClock, answers });
}

/** A link over any socket of that shape (tests use a fake one). */
export function linkOver(socket: RawSocket, { clock, answers }: Surroundings): ServerLink {
  const state = createStore<LinkState>(socket.connected ? "online" : "connecting");
  const dropped = { "unknown-type": 0, malformed: 0 };
  const listeners = noListeners();
  const { transports } = socket.io.opts;
  const search = new ServerSearch({ clock, answers, found: () => socket.connect() });
  let closed = false;
  let atOnce = false;

  const startOver = (): void => {
    atOnce = true;
    socket.io.engine.close();
  };
  socket.on("connect", () => {
    search.stop();
    state.set("online");
  });
  socket.on("disconnect", (reason) => {
    state.set("offline");
    if (closed) return;
    // Where a WebSocket worked it will again, and is there after half as many questions and answers.
    if (socket.io.engine.transport.name === "websocket") socket.io.opts.transports = ["websocket"];
    if (atOnce) socket.connect();
    else search.next(reason === "io server disconnect" ? KICKED_MS : undefined);
    atOnce = false;
  });
  socket.on("connect_error", () => {
    state.set("offline");
    socket.io.opts.transports = transports;
    if (!closed) search.next();
  });
  socket.onAny((name, body) => {
    const parsed = parseServerEvent(name, body);
    if (parsed.ok) deliver(listeners, parsed.value);
    else dropped[parsed.reason] += 1;
  });

  return {
    state,
    id: () => socket.id,
    dropped: () => dropped,
    request: (name, body, withinMs) => request({ socket, startOver }, { name, body, withinMs }),
    on: (name, listener) => {
      const all = listeners[name];
      all.add(listener);
      return () => all.delete(listener);
    },
    startOver: () => {
      if (socket.connected) startOver();
    },
    tryNow: () => search.hear(),
    close: () => {
      closed = true;
      search.stop();
      socket.disconnect();
    },
  };
}

/** A small answer that every visitor gets. */
async function answers(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(LOOK_WITHIN_MS);
    return (await fetch("/api/config", { cache: "no-store", signal })).ok;
  } catch {
    return false; // nobody answers, which is what was asked
  }
}

type Listeners = { readonly [N in ServerEventName]: Set<(body: ServerBody<N>) => void> };

function noListeners(): Listeners {
  return {
    "join-request": new Set(),
    "user-list": new Set(),
    "user-connect": new Set(),
    "user-away": new Set(),
    "user-back": new Set(),
    "user-disconnect": new Set(),
    data: new Set(),
    chatting: new Set(),
    "share-start": new Set(),
    "share-end": new Set(),
    "media-state": new Set(),
    "rooms-changed": new Set(),
    "ice-servers": new Set(),
    "error-message": new Set(),
  };
}

function deliver<N extends ServerEventName>(listeners: Listeners, event: ServerEvent<N>): void {
  for (const listener of listeners[event.name]) listener(event.body);
}

interface Asked<N extends ClientEventName> {
  readonly name: N;
  readonly body: ClientBody<N>;
  readonly withinMs: number | undefined;
}

interface Way {
  readonly socket: RawSocket;
  /** Ends a connection that only looks open, and opens another one without a pause. */
  readonly startOver: () => void;
}

async function request<N extends ClientEventName>(
  { socket, startOver }: Way,
  { name, body, withinMs }: Asked<N>,
): Promise<Result<AckBody<N>, Problem>> {
  if (!socket.connected) return failure({ code: "OFFLINE", message: "not connected" });
  const isSignal = SIGNALS.has(name);
  const { id } = socket;
  let answer: unknown;
  try {
    const patience = isSignal ? (withinMs ?? SIGNAL_WITHIN_MS) : ANSWER_WITHIN_MS;
    answer = await socket.timeout(patience).emitWithAck(name, body);
  } catch {
    // No acknowledgement in time, or the connection ended before there was one.
    if (isSignal && socket.connected && socket.id === id) startOver();
    return failure({ code: "TIMEOUT", message: `no answer to ${name}` });
  }
  const ack = parseAck(name, answer);
  if (!ack.ok) return failure({ code: "INTERNAL_ERROR", message: ack.detail });
  if (!isRefusal(ack.value)) return success(ack.value);
  const { code, message, errors, retry_after } = ack.value;
  return failure({ code, message, errors, retryAfter: retry_after });
}
