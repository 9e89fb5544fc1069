/* oxlint-disable typescript/no-unsafe-type-assertion -- answers are written by the tests as data */
import { createStore, failure, success, type Result, type WritableStore } from "@eyestalk/mesh";
import {
  parseServerEvent,
  type AckBody,
  type ClientBody,
  type ClientEventName,
  type ServerBody,
  type ServerEventName,
} from "@eyestalk/protocol";
import type { Problem } from "../face.ts";
import type { LinkState, ServerLink } from "../server-link.ts";

interface Sent {
  readonly name: ClientEventName;
  readonly body: unknown;
  readonly withinMs: number | undefined;
}

/** What the fake server says to a request: a body, a problem, or nothing yet. */
export type Answer = (body: never) => Result<unknown, Problem> | Promise<Result<unknown, Problem>>;

/** A server link with a memory, answered by functions a test sets. */
export class FakeLink implements ServerLink {
  readonly state: WritableStore<LinkState> = createStore<LinkState>("online");
  readonly sent: Sent[] = [];
  startedOver = 0;
  triedNow = 0;
  readonly answers = new Map<ClientEventName, Answer>();
  readonly #listeners = new Map<string, Set<(body: never) => void>>();

  #connections = 1;

  constructor() {
    this.state.subscribe(() => {
      if (this.state.get() === "online") this.#connections += 1;
    });
  }

  readonly id = (): string | undefined =>
    this.state.get() === "online" ? `private-${this.#connections}` : undefined;

  readonly dropped = (): Record<"unknown-type" | "malformed", number> => ({
    "unknown-type": 0,
    malformed: 0,
  });

  async request<N extends ClientEventName>(
    name: N,
    body: ClientBody<N>,
    withinMs?: number,
  ): Promise<Result<AckBody<N>, Problem>> {
    await Promise.resolve();
    if (this.state.get() !== "online") return failure({ code: "OFFLINE", message: "" });
    this.sent.push({ name, body, withinMs });
    const answer = this.answers.get(name) ?? (() => success({ ok: true }));
    return (await answer(body as never)) as Result<AckBody<N>, Problem>;
  }

  on<N extends ServerEventName>(name: N, listener: (body: ServerBody<N>) => void): () => void {
    const all = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, all);
    all.add(listener);
    return () => all.delete(listener);
  }

  startOver(): void {
    this.startedOver += 1;
  }

  tryNow(): void {
    this.triedNow += 1;
  }

  close(): void {
    this.#listeners.clear();
  }

  /** The server sends this, as it stands on the wire. */
  emit(name: ServerEventName, wire: unknown): void {
    const parsed = parseServerEvent(name, wire);
    if (!parsed.ok) throw new Error(`${name}: ${parsed.detail}`);
    for (const listener of this.#listeners.get(name) ?? []) listener(parsed.value.body as never);
  }

  /** The bodies of all requests of that name. */
  bodies(name: ClientEventName): unknown[] {
    return this.sent.filter((one) => one.name === name).map(({ body }) => body);
  }
}
