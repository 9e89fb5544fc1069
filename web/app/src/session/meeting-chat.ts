import { createStore, type Store } from "@eyestalk/mesh";
import type { Chatting, PeerChat } from "@eyestalk/protocol";
import * as log from "./chat-log.ts";
import type { Chat, ChatLine, Self } from "./face.ts";
import type { ServerLink } from "./server-link.ts";

export interface ChatOptions {
  readonly link: Pick<ServerLink, "request">;
  readonly self: () => Self | undefined;
  readonly nameOf: (sid: string) => string | undefined;
  /** Sends from browser to browser; how many were reached. */
  readonly sendToPeers: (line: PeerLine, to: string | undefined) => number;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type PeerLine = Omit<PeerChat, "kind">;

/** The chat of one meeting: through the server, and from browser to browser while it is away. */
export class MeetingChat implements Chat {
  readonly #options: ChatOptions;
  readonly #lines = createStore<readonly ChatLine[]>([]);
  readonly #unread = createStore(0);
  #log: log.ChatLog = log.EMPTY_LOG;

  constructor(options: ChatOptions) {
    this.#options = options;
  }

  get lines(): Store<readonly ChatLine[]> {
    return this.#lines;
  }

  get unread(): Store<number> {
    return this.#unread;
  }

  readonly send = (text: string, to?: string): void => {
    const { self, nameOf, newId, now } = this.#options;
    const sender = self();
    if (sender === undefined || text.trim() === "") return;
    const line: ChatLine = {
      id: newId(),
      at: new Date(now()),
      kind: to === undefined ? "room" : "dm",
      sender,
      text,
      mine: true,
      delivery: "pending",
      direct: to === undefined ? undefined : { way: "to", sid: to, name: nameOf(to) ?? "" },
    };
    this.#set(log.added(this.#log, line));
    void this.#deliver(line);
  };

  readonly resend = (id: string): void => {
    const line = this.#log.lines.find((one) => one.id === id && one.delivery === "failed");
    if (line === undefined) return;
    this.#set(log.retried(this.#log, id));
    void this.#deliver(line);
  };

  readonly markRead = (): void => this.#set(log.read(this.#log));

  /** A line or a notice of the server. `left` tells whether a person who is gone left by will. */
  onServer(event: Chatting, left: (sid: string) => boolean): void {
    if (event.type !== "normal") {
      const gone = left(event.sid) ? "left" : "disconnected";
      this.note(event, event.type === "join" ? "joined" : gone);
      return;
    }
    const mine = event.sid === this.#options.self()?.sid;
    const sender = { sid: event.sid, name: event.sender };
    const line: ChatLine = {
      id: event.id,
      at: event.at,
      kind: event.direct ? "dm" : "room",
      sender,
      text: event.text,
      mine,
      delivery: "sent",
      direct: event.direct && !mine ? { way: "from", ...sender } : undefined,
    };
    this.#set(mine ? log.returned(this.#log, line) : log.added(this.#log, line));
  }

  /** A line that came from browser to browser. Who sent it is known by the way it came. */
  onPeer(from: string, chat: PeerChat): void {
    const name = this.#options.nameOf(from);
    if (name === undefined) return;
    const sender = { sid: from, name };
    this.#set(
      log.added(this.#log, {
        id: chat.id,
        at: chat.at,
        kind: chat.direct ? "dm" : "room",
        sender,
        text: chat.text,
        mine: false,
        delivery: "sent",
        direct: chat.direct ? { way: "from", ...sender } : undefined,
      }),
    );
  }

  /** A system line: somebody came or went. */
  note(
    about: {
      readonly sid: string;
      readonly name: string;
      readonly id?: string | undefined;
      readonly at?: Date | undefined;
    },
    notice: NonNullable<ChatLine["notice"]>,
  ): void {
    const { newId, now } = this.#options;
    this.#set(
      log.added(this.#log, {
        id: about.id ?? newId(),
        at: about.at ?? new Date(now()),
        kind: "system",
        sender: { sid: about.sid, name: about.name },
        text: "",
        mine: false,
        delivery: "sent",
        notice,
      }),
    );
  }

  async #deliver(line: ChatLine): Promise<void> {
    const { text, direct } = line;
    const to = direct?.sid;
    const body =
      to === undefined
        ? ({ text, direct: false } as const)
        : ({ text, direct: true, dest: to } as const);
    const answer = await this.#options.link.request("chatting", body);
    if (answer.ok) {
      this.#set(log.confirmed(this.#log, line.id, answer.value));
      return;
    }
    // Only what certainly was not sent goes another way: nobody reads a message twice.
    if (answer.problem.code === "OFFLINE" && this.#deliverToPeers(line, to)) return;
    this.#set(log.failed(this.#log, line.id, answer.problem));
  }

  #deliverToPeers(line: ChatLine, to: string | undefined): boolean {
    const { id, at, text, sender } = line;
    const message = { id, at, text, sender: sender.name, direct: to !== undefined };
    if (this.#options.sendToPeers(message, to) === 0) return false;
    this.#set(log.confirmed(this.#log, id, { id, at }));
    return true;
  }

  #set(next: log.ChatLog): void {
    this.#log = next;
    this.#lines.set(next.lines);
    this.#unread.set(next.unread);
  }
}
