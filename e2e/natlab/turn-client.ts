import { createHash, createHmac } from "node:crypto";
import type { Endpoint } from "./turn-address.ts";
import {
  address,
  ATTRIBUTE,
  type Attribute,
  decode,
  encode,
  type Message,
  METHOD,
  newTransaction,
  text,
  uint32,
} from "./turn-message.ts";
import { openTransport, type Transport, type TransportKind } from "./turn-transport.ts";

/** First wait for an answer in milliseconds; doubles each time (RFC 8489 section 6.2.1). */
const FIRST_RETRANSMISSION = 500;
const ATTEMPTS = 5;
const UDP = 17 << 24;

/** Name and password of the TURN REST convention. */
export interface Credentials {
  readonly username: string;
  readonly credential: string;
}

/** What EyesTalk hands out: valid until `expiry` (seconds since 1970), named after a member. */
export function credentialsFor(secret: string, member: string, expiry: number): Credentials {
  const username = `${expiry}:${member}`;
  return { username, credential: createHmac("sha1", secret).update(username).digest("base64") };
}

/** The server said no. */
export class TurnRefusal extends Error {
  readonly code: number;

  constructor(code: number, reason: string) {
    super(`${code} ${reason}`);
    this.code = code;
  }
}

interface Challenge {
  readonly realm: string;
  readonly nonce: string;
}

/** A TURN client (RFC 8656) of one allocation: just enough to try what a relay allows and what it refuses. */
export class TurnClient {
  readonly #transport: Transport;
  readonly #credentials: Credentials | undefined;
  readonly #waiting = new Map<string, (answer: Message) => void>();
  #challenge: Challenge | undefined;
  #receive: (data: Buffer, from: Endpoint) => void = () => {};

  private constructor(transport: Transport, credentials: Credentials | undefined) {
    this.#transport = transport;
    this.#credentials = credentials;
  }

  /** Connects; nothing is asked of the server yet. Whoever opens a client closes it. */
  static async open(options: {
    server: Endpoint;
    kind?: TransportKind;
    credentials?: Credentials;
  }): Promise<TurnClient> {
    const { server, kind = "udp", credentials } = options;
    const early: { receive: (message: Buffer) => void } = { receive: () => {} };
    const transport = await openTransport({ kind, server }, (bytes) => early.receive(bytes));
    const client = new TurnClient(transport, credentials);
    early.receive = (bytes) => client.#arrived(decode(bytes));
    return client;
  }

  /** The own address and port on this machine. */
  get local(): Endpoint {
    return this.#transport.local;
  }

  /** Everything that peers send through the relay. */
  onData(receive: (data: Buffer, from: Endpoint) => void): void {
    this.#receive = receive;
  }

  /** Binding (RFC 8489 section 3): the whole answer. */
  binding(): Promise<Message> {
    return this.#request(METHOD.binding, () => []);
  }

  /** Reserves a relay address. @throws {TurnRefusal} */
  async allocate(
    options: { family?: 4 | 6; protocol?: number; lifetime?: number } = {},
  ): Promise<{ relayed: Endpoint; mapped: Endpoint; lifetime: number }> {
    const { family, protocol = UDP, lifetime } = options;
    const answer = await this.#request(METHOD.allocate, () => [
      uint32(ATTRIBUTE.requestedTransport, protocol),
      ...(lifetime === undefined ? [] : [uint32(ATTRIBUTE.lifetime, lifetime)]),
      ...(family === 6 ? [uint32(ATTRIBUTE.requestedAddressFamily, 2 << 24)] : []),
    ]);
    return {
      relayed: required(answer.address(ATTRIBUTE.xorRelayedAddress)),
      mapped: required(answer.address(ATTRIBUTE.xorMappedAddress)),
      lifetime: required(answer.attributes.get(ATTRIBUTE.lifetime)).readUInt32BE(0),
    };
  }

  /** Keeps the allocation for so many seconds; 0 gives it up. @throws {TurnRefusal} */
  async refresh(lifetime: number): Promise<void> {
    await this.#request(METHOD.refresh, () => [uint32(ATTRIBUTE.lifetime, lifetime)]);
  }

  /** Lets a peer send to us, whatever its port. @throws {TurnRefusal} */
  async permit(peer: Endpoint): Promise<void> {
    await this.#request(METHOD.createPermission, (transaction) => [
      address(ATTRIBUTE.xorPeerAddress, peer, transaction),
    ]);
  }

  /** Binds a channel (0x4000 to 0x4FFF) to a peer, which permits it, too. @throws {TurnRefusal} */
  async bindChannel(channel: number, peer: Endpoint): Promise<void> {
    await this.#request(METHOD.channelBind, (transaction) => [
      uint32(ATTRIBUTE.channelNumber, channel << 16),
      address(ATTRIBUTE.xorPeerAddress, peer, transaction),
    ]);
  }

  /** Sends to a peer through the relay; like UDP, it may get lost. */
  send(data: Buffer, peer: Endpoint): void {
    const transaction = newTransaction();
    const attributes = [
      address(ATTRIBUTE.xorPeerAddress, peer, transaction),
      [ATTRIBUTE.data, data] as const,
    ];
    this.#transport.send(encode({ type: METHOD.send | 0x0010, transaction }, attributes));
  }

  close(): void {
    this.#transport.close();
  }

  /** One request, with the long-term credentials once the server asked for them (RFC 8489 section 9.2). */
  async #request(method: number, attributes: Attributes): Promise<Message> {
    const first = await this.#exchange(method, attributes);
    const refusal = first.error();
    const isChallenge = refusal?.code === 438 || (refusal?.code === 401 && !this.#challenge);
    if (!isChallenge || !this.#credentials) return accepted(first);
    this.#challenge = {
      realm: required(first.attributes.get(ATTRIBUTE.realm)).toString(),
      nonce: required(first.attributes.get(ATTRIBUTE.nonce)).toString(),
    };
    return accepted(await this.#exchange(method, attributes));
  }

  async #exchange(method: number, attributes: Attributes): Promise<Message> {
    const transaction = newTransaction();
    const { proof, key } = this.#proof();
    const bytes = encode(
      { type: method, transaction },
      [...attributes(transaction), ...proof],
      key,
    );
    const id = transaction.toString("hex");
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise<Message>((resolve, reject) => {
      this.#waiting.set(id, resolve);
      const attempt = (count: number) => {
        if (count === ATTEMPTS) return reject(new Error("the server does not answer"));
        if (count === 0 || this.#transport.kind === "udp") this.#transport.send(bytes);
        timer = setTimeout(() => attempt(count + 1), FIRST_RETRANSMISSION * 2 ** count);
      };
      attempt(0);
    });
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  #proof(): { proof: readonly Attribute[]; key?: Buffer } {
    if (!this.#challenge || !this.#credentials) return { proof: [] };
    const { realm, nonce } = this.#challenge;
    const { username, credential } = this.#credentials;
    const proof = [
      text(ATTRIBUTE.username, username),
      text(ATTRIBUTE.realm, realm),
      text(ATTRIBUTE.nonce, nonce),
    ];
    return {
      proof,
      key: createHash("md5").update(`${username}:${realm}:${credential}`).digest(),
    };
  }

  #arrived(message: Message): void {
    if (message.kind !== "indication") {
      this.#waiting.get(message.transaction)?.(message);
      return;
    }
    const data = message.attributes.get(ATTRIBUTE.data);
    const from = message.address(ATTRIBUTE.xorPeerAddress);
    if (message.method === METHOD.data && data && from) this.#receive(data, from);
  }
}

type Attributes = (transaction: Buffer) => readonly Attribute[];

function accepted(answer: Message): Message {
  const refusal = answer.error();
  if (refusal) throw new TurnRefusal(refusal.code, refusal.reason);
  return answer;
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the answer lacks a required attribute");
  return value;
}
