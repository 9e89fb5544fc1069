import { Agent, get } from "node:https";
import type { LookupFunction } from "node:net";
import { io, type Socket } from "socket.io-client";
import { at, text } from "./tree.ts";

const PATIENCE_MS = 20_000;

/** Any name is this machine. */
const here: LookupFunction = (_, options, found) => {
  if (options.all === true) found(null, [{ address: "127.0.0.1", family: 4 }]);
  else found(null, "127.0.0.1", 4);
};

/** Somebody with the official client, who comes back by the token whenever the connection drops. */
export class Person {
  readonly name: string;
  /** How often the server took this person back. */
  returns = 0;
  readonly #address: string;
  readonly #agent: Agent;
  readonly #socket: Socket;
  #id = "";
  #token = "";

  /** `address` is looked up as 127.0.0.1 and must show a certificate of `ca`, in PEM. */
  constructor(name: string, address: string, ca: string) {
    this.name = name;
    this.#address = address;
    this.#agent = new Agent({ ca, lookup: here });
    const options = { transports: ["websocket"], autoConnect: false, reconnectionDelay: 200 };
    // Node takes any agent here, whatever the types of browsers say.
    Object.assign(options, { agent: this.#agent });
    this.#socket = io(address, options);
    this.#socket.on("connect", () => void (this.#token === "" ? undefined : this.#resume()));
  }

  /** Whether a GET is answered with 200. */
  canReach(path: string): Promise<boolean> {
    return this.#status(path).then(
      (status) => status === 200,
      () => false,
    );
  }

  async createRoom(roomName: string): Promise<void> {
    this.#socket.connect();
    const room = { roomName, roomCapacity: 2, userNickname: this.name };
    const answered = new Promise((resolve) => this.#socket.once("join-request", resolve));
    await this.#ask("create-room", room);
    await answered;
  }

  async join(roomName: string): Promise<void> {
    this.#socket.connect();
    this.#remember(await this.#ask("join-room", { roomName, userNickname: this.name }));
  }

  async says(words: string): Promise<void> {
    await this.#ask("chatting", { text: words, direct: false });
  }

  /** Resolves with the next line of `sender`. */
  hears(sender: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`${this.name} heard nothing of ${sender}`));
      }, PATIENCE_MS);
      this.#socket.on("chatting", (line: unknown) => {
        if (text(at(line, "sender")) !== sender) return;
        clearTimeout(timer);
        resolve(text(at(line, "text")));
      });
    });
  }

  isSeated(): boolean {
    return this.#socket.connected && this.#token !== "";
  }

  close(): void {
    this.#socket.disconnect();
    this.#agent.destroy();
  }

  async #resume(): Promise<void> {
    const answer = await this.#ask("resume", { token: this.#token, fresh: false });
    if (text(at(answer, "my_id")) !== this.#id)
      throw new Error(`${this.name} came back as somebody else`);
    this.#remember(answer);
    this.returns += 1;
  }

  #remember(answer: unknown): void {
    this.#id = text(at(answer, "my_id"));
    this.#token = text(at(answer, "resume_token"));
  }

  async #ask(event: string, payload: unknown): Promise<unknown> {
    const answer: unknown = await this.#socket.timeout(PATIENCE_MS).emitWithAck(event, payload);
    if (at(answer, "ok") !== true)
      throw new Error(`${this.name}, ${event}: ${JSON.stringify(answer)}`);
    return answer;
  }

  #status(path: string): Promise<number> {
    return new Promise((resolve, reject) => {
      get(this.#address + path, { agent: this.#agent }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      }).on("error", reject);
    });
  }
}
