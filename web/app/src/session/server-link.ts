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

const ANSWER_WITHIN_MS = 8_000;
/**
 * Peers signal when something is wrong, and the server answers that at once or not at all: a computer that changed
 * its network keeps a socket that only looks open, until the ping runs out after most of a minute.
 */
const SIGNAL_WITHIN_MS = 2_000;
const SIGNALS: ReadonlySet<ClientEventName> = new Set(["data", "peer-state"]);
/** From a connection's end to the first attempt, half of it to one and a half; later ones wait longer. */
const RECONNECT_MS = 250;
/** The longest of these pauses: a server that is back is found after 1.5 s at the latest. */
const RECONNECT_AT_MOST_MS = 1_000;
/** Until another attempt after the server itself ended the connection, half of it to one and a half. */
const KICKED_MS = 1_000;

/** An attempt made on the word of a peer is left alone for this long. */
const LEAVE_ALONE_MS = 1_000;

/** How the socket stands. socket.io-client re-connects by itself, with back-off and jitter. */
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
  /**
   * Somebody reaches the server again: tries at once instead of after the pause. Online: does nothing. A second time
   * within 1 s: does nothing, so that no peer can keep us from connecting.
   */
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
    /** Milliseconds from a connection's end to the next one. */
    reconnectionDelay(ms: number): unknown;
    /** The way below the socket. Without it the client connects anew by itself. */
    readonly engine: { close(): unknown };
  };
}

/** Where to connect. Without `url`: the page's own origin. */
export interface LinkOptions {
  readonly url?: string | undefined;
  readonly transports?: readonly ("polling" | "websocket")[] | undefined;
}

/** Opens the socket. Returns at once; see `state`. */
export function connectServer(options: LinkOptions = {}): ServerLink {
  const settings = {
    transports: [...(options.transports ?? (["polling", "websocket"] as const))],
    reconnectionDelay: RECONNECT_MS,
    reconnectionDelayMax: RECONNECT_AT_MOST_MS,
    randomizationFactor: 0.5,
    timeout: 8_000,
  };
  return linkOver(options.url === undefined ? io(settings) : io(options.url, settings));
}

/** A link over any socket of that shape (tests use a fake one). */
export function linkOver(socket: RawSocket, clock: Clock = systemClock): ServerLink {
  const state = createStore<LinkState>(socket.connected ? "online" : "connecting");
  const dropped = { "unknown-type": 0, malformed: 0 };
  const listeners = noListeners();
  let closed = false;
  let cancel: (() => void) | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;

  socket.on("connect", () => state.set("online"));
  socket.on("disconnect", (reason) => {
    state.set("offline");
    // The one ending after which socket.io-client does not try again by itself.
    if (reason !== "io server disconnect" || closed) return;
    cancel = clock.after(KICKED_MS * (0.5 + Math.random()), () => socket.connect());
  });
  socket.on("connect_error", () => state.set("offline"));
  socket.onAny((name, body) => {
    const parsed = parseServerEvent(name, body);
    if (parsed.ok) deliver(listeners, parsed.value);
    else dropped[parsed.reason] += 1;
  });

  return {
    state,
    id: () => socket.id,
    dropped: () => dropped,
    request: (name, body, withinMs) => request(socket, { name, body, withinMs }),
    on: (name, listener) => {
      const all = listeners[name];
      all.add(listener);
      return () => all.delete(listener);
    },
    startOver: () => {
      if (socket.connected) startOver(socket);
    },
    tryNow: () => {
      if (socket.connected || clock.now() - triedAt < LEAVE_ALONE_MS) return;
      triedAt = clock.now();
      cancel?.();
      // Takes the client out of its pause; connecting alone would wait for the end of it.
      socket.disconnect();
      socket.connect();
    },
    close: () => {
      closed = true;
      cancel?.();
      socket.disconnect();
    },
  };
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

async function request<N extends ClientEventName>(
  socket: RawSocket,
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
    if (isSignal && socket.connected && socket.id === id) startOver(socket);
    return failure({ code: "TIMEOUT", message: `no answer to ${name}` });
  }
  const ack = parseAck(name, answer);
  if (!ack.ok) return failure({ code: "INTERNAL_ERROR", message: ack.detail });
  if (!isRefusal(ack.value)) return success(ack.value);
  const { code, message, errors, retry_after } = ack.value;
  return failure({ code, message, errors, retryAfter: retry_after });
}

/** Ends a connection that only looks open, and opens another one without the pause that spares a busy server. */
function startOver({ io: manager }: RawSocket): void {
  manager.reconnectionDelay(0);
  manager.engine.close();
  manager.reconnectionDelay(RECONNECT_MS);
}
