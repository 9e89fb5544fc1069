import { parsePeerMessage, type OutgoingPeerMessage, type PeerMessage } from "@eyestalk/protocol";
import type { Clock } from "./clock.ts";
import { listen } from "./listening.ts";
import { SeenIds } from "./seen-ids.ts";
import { createStore, type Store } from "./store.ts";

const BEAT_MS = 500;
/** Media that flowed has stopped, and no word came either: worth a look for another path, not worth a mark. */
const QUIET_MS = 700;
/** Three beats missing: worth an ICE restart, which disturbs nothing if it was a false alarm. */
const SILENT_MS = 1_600;
/** From here on the person is shown as lost. */
const LOST_MS = 2_500;
/** A timer this late means that this page slept, not that the other side was silent. */
const SLEPT_MS = 1_400;

/**
 * - `quiet`: their media stopped a moment ago; nobody is told yet
 * - `silent`, `lost`: nothing comes any more, for longer and longer
 */
export type Presence = "unknown" | "heard" | "quiet" | "silent" | "lost";

/** A message without its id, which the channel gives. */
export type PeerWords = OutgoingPeerMessage extends infer M
  ? M extends OutgoingPeerMessage
    ? Omit<M, "id">
    : never
  : never;

/** The data channel next to the media of one connection: messages, and who is still there. */
export class PeerChannel {
  readonly #channel: RTCDataChannel;
  readonly #clock: Clock;
  readonly #newId: () => string;
  readonly #onMessage: (message: PeerMessage) => void;
  readonly #onEnd: () => void;
  readonly #presence = createStore<Presence>("unknown");
  readonly #ready = createStore(false);
  readonly #seen = new SeenIds();
  readonly #undo: (() => void)[];
  #heardAt = 0;
  #mediaAt = Number.NEGATIVE_INFINITY;
  #lookedAt = 0;

  constructor(options: {
    readonly channel: RTCDataChannel;
    readonly clock: Clock;
    readonly name: string;
    readonly newId: () => string;
    readonly onMessage: (message: PeerMessage) => void;
    /** The other side ended the connection. */
    readonly onEnd: () => void;
  }) {
    const { channel, clock, name } = options;
    this.#channel = channel;
    this.#clock = clock;
    this.#newId = options.newId;
    this.#onMessage = options.onMessage;
    this.#onEnd = options.onEnd;
    this.#lookedAt = clock.now();
    this.#undo = [
      listen(channel, "open", () => this.send({ kind: "hello", name })),
      listen(channel, "message", (event) => this.#receive(event)),
      listen(channel, "close", () => this.#end()),
      clock.every(BEAT_MS, () => this.#beat()),
    ];
    if (channel.readyState === "open") this.send({ kind: "hello", name });
  }

  /** True once the other end has spoken: a 2022 client has no such channel. */
  get ready(): Store<boolean> {
    return this.#ready;
  }

  /** Whether anything comes from there; `unknown` until the first word. */
  get presence(): Store<Presence> {
    return this.#presence;
  }

  /** Sends if the channel is open; false if not, and nothing is kept for later. */
  send(words: PeerWords): boolean {
    return this.#sendText(JSON.stringify({ ...words, id: this.#newId() }));
  }

  /** The same with an id of the caller's, for what may travel twice. */
  sendAs(id: string, words: PeerWords): boolean {
    return this.#sendText(JSON.stringify({ ...words, id }));
  }

  /** Their media came just now: a sign of life as good as a word, and a denser one. */
  hearMedia(): void {
    if (this.#presence.get() === "unknown" || this.#channel.readyState !== "open") return;
    this.#mediaAt = this.#clock.now();
    this.#hear();
  }

  /** Looks how long nothing has come; to be called some times a second. */
  look(): void {
    const now = this.#clock.now();
    if (now - this.#lookedAt > SLEPT_MS) this.#heardAt = Math.max(this.#heardAt, now - BEAT_MS);
    this.#lookedAt = now;
    if (this.#presence.get() === "unknown") return;
    const quiet = now - this.#heardAt;
    if (quiet >= LOST_MS) this.#presence.set("lost");
    else if (quiet >= SILENT_MS) this.#presence.set("silent");
    // Without media there are beats only, and a page in the background beats once a second.
    else if (quiet >= QUIET_MS && this.#heardAt - this.#mediaAt < QUIET_MS) {
      this.#presence.set("quiet");
    }
  }

  close(): void {
    for (const undo of this.#undo) undo();
    this.#channel.close();
    this.#ready.set(false);
  }

  /** The other side closed the connection, by will or because its page is gone. */
  #end(): void {
    this.#ready.set(false);
    this.#presence.set("lost");
    this.#onEnd();
  }

  #sendText(text: string): boolean {
    if (this.#channel.readyState !== "open") return false;
    try {
      this.#channel.send(text);
      return true;
    } catch {
      return false; // its buffer is full: the other side has been unreachable for long
    }
  }

  #receive(event: Event): void {
    const parsed = parsePeerMessage(event instanceof MessageEvent ? event.data : undefined);
    this.#hear();
    if (!parsed.ok) return;
    this.#ready.set(true);
    if (this.#seen.isNew(parsed.value.id)) this.#onMessage(parsed.value);
  }

  #hear(): void {
    this.#heardAt = this.#clock.now();
    this.#presence.set("heard");
  }

  #beat(): void {
    this.send({ kind: "beat" });
    this.look();
  }
}
