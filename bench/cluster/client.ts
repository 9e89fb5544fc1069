import { WebSocket } from "ws";

/** What the server answers to an event; fields depend on it. */
export type Answer = Readonly<Record<string, unknown>> & { readonly ok: boolean };

type Payload = Readonly<Record<string, unknown>>;

/** Called with each event that arrives. */
export type Listener = (event: string, payload: Payload) => void;

/**
 * A Socket.IO client (protocol v5) over WebSocket that does only what a load needs, so that ten thousand of them fit
 * into one process: no reconnection, no polling, no binary data.
 */
export class Client {
  readonly #socket: WebSocket;
  readonly #listener: Listener;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #nextId = 0;
  #opened: () => void = () => undefined;

  private constructor(port: number, listener: Listener) {
    this.#listener = listener;
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    this.#socket.on("message", (data) => {
      if (data instanceof Buffer) this.#receive(data.toString());
    });
    this.#socket.on("close", () => this.#end());
  }

  /** Connects to the default namespace of that server; rejects when nobody answers. */
  static connect(port: number, listener: Listener): Promise<Client> {
    return new Promise((resolve, reject) => {
      const client = new Client(port, listener);
      client.#socket.once("error", reject);
      client.#opened = () => {
        client.#socket.off("error", reject).on("error", () => client.#socket.terminate());
        resolve(client);
      };
    });
  }

  /** Sends an event; the promise is the server's answer, or a refusal without a code when the connection ends first. */
  ask(event: string, payload: Payload): Promise<Answer> {
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.send(`42${id}${JSON.stringify([event, payload])}`);
    });
  }

  /** Ends the connection without a word. */
  terminate(): void {
    this.#socket.terminate();
  }

  #receive(packet: string): void {
    if (packet.startsWith("42")) {
      const [event, payload]: [string, Payload] = JSON.parse(packet.slice(2));
      this.#listener(event, payload);
    } else if (packet.startsWith("43")) {
      this.#answer(packet);
    } else if (packet === "2") {
      this.#socket.send("3");
    } else if (packet.startsWith("0")) {
      this.#socket.send("40");
    } else if (packet.startsWith("40")) {
      this.#opened();
    }
  }

  #end(): void {
    for (const answer of this.#waiting.values()) answer({ ok: false });
    this.#waiting.clear();
  }

  #answer(packet: string): void {
    const start = packet.indexOf("[");
    const id = Number(packet.slice(2, start));
    const [answer]: [Answer] = JSON.parse(packet.slice(start));
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }
}
