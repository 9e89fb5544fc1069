import { createHmac, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import { type Endpoint, readXorAddress, xorAddress } from "./turn-address.ts";

const MAGIC_COOKIE = 0x2112a442;
const HEADER_LENGTH = 20;
const FINGERPRINT_XOR = 0x5354554e;

/** Methods (RFC 8489 section 5, RFC 8656 section 17). */
export const METHOD = {
  binding: 0x0001,
  allocate: 0x0003,
  refresh: 0x0004,
  send: 0x0006,
  data: 0x0007,
  createPermission: 0x0008,
  channelBind: 0x0009,
} as const;

/** Attributes this client writes or reads (RFC 8489 section 14, RFC 8656 section 18). */
export const ATTRIBUTE = {
  mappedAddress: 0x0001,
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  channelNumber: 0x000c,
  lifetime: 0x000d,
  xorPeerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedAddressFamily: 0x0017,
  requestedTransport: 0x0019,
  xorMappedAddress: 0x0020,
  software: 0x8022,
  fingerprint: 0x8028,
} as const;

/** One attribute to send. */
export type Attribute = readonly [type: number, value: Buffer];

/** A message as it came. */
export interface Message {
  readonly method: number;
  readonly kind: "request" | "indication" | "success" | "error";
  readonly transaction: string;
  readonly attributes: ReadonlyMap<number, Buffer>;
  /** An XOR address attribute, undefined when the message has none. */
  address(type: number): Endpoint | undefined;
  /** ERROR-CODE, undefined when the message has none. */
  error(): { code: number; reason: string } | undefined;
}

/** A new transaction id: 96 random bits (RFC 8489 section 5). */
export const newTransaction = () => randomBytes(12);

/** An attribute that holds one unsigned 32 bit number. */
export function uint32(type: number, value: number): Attribute {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return [type, bytes];
}

/** An attribute that holds text. */
export const text = (type: number, value: string): Attribute => [type, Buffer.from(value)];

/** An attribute that holds a transport address, XORed with cookie and transaction (RFC 8489 section 14.2). */
export const address = (type: number, endpoint: Endpoint, transaction: Buffer): Attribute => [
  type,
  xorAddress(endpoint, transaction),
];

/** The bytes of a message; with a key they end in MESSAGE-INTEGRITY, always in FINGERPRINT. */
export function encode(
  { type, transaction }: { type: number; transaction: Buffer },
  attributes: readonly Attribute[],
  key?: Buffer,
): Buffer {
  const body = attributes.map(encodeAttribute);
  if (key) {
    const signed = withHeader(type, transaction, body, 24);
    const mac = createHmac("sha1", key).update(signed).digest();
    body.push(encodeAttribute([ATTRIBUTE.messageIntegrity, mac]));
  }
  const crc = (crc32(withHeader(type, transaction, body, 8)) ^ FINGERPRINT_XOR) >>> 0;
  body.push(encodeAttribute(uint32(ATTRIBUTE.fingerprint, crc)));
  return withHeader(type, transaction, body, 0);
}

/** Header and attributes, the length field counting `announced` bytes that are still to come. */
function withHeader(type: number, transaction: Buffer, body: readonly Buffer[], announced: number) {
  const content = Buffer.concat(body);
  const header = Buffer.alloc(8);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(content.length + announced, 2);
  header.writeUInt32BE(MAGIC_COOKIE, 4);
  return Buffer.concat([header, transaction, content]);
}

function encodeAttribute([type, value]: Attribute): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(value.length, 2);
  return Buffer.concat([header, value, Buffer.alloc(padding(value.length))]);
}

const padding = (length: number) => (4 - (length % 4)) % 4;

/** Bytes of the first message in a stream, or undefined while it is incomplete (RFC 8489 section 6.2.2). */
export function frameLength(stream: Buffer): number | undefined {
  if (stream.length < HEADER_LENGTH) return undefined;
  const length = HEADER_LENGTH + stream.readUInt16BE(2);
  return stream.length < length ? undefined : length;
}

/** Reads one message. @throws when the bytes are no STUN message. */
export function decode(bytes: Buffer): Message {
  if (bytes.length < HEADER_LENGTH || bytes.readUInt32BE(4) !== MAGIC_COOKIE) {
    throw new Error("not a STUN message");
  }
  const type = bytes.readUInt16BE(0);
  const transaction = bytes.subarray(8, HEADER_LENGTH);
  const attributes = decodeAttributes(bytes.subarray(HEADER_LENGTH));
  return {
    method: (type & 0x000f) | ((type & 0x00e0) >> 1) | ((type & 0x3e00) >> 2),
    kind: kindOf(type),
    transaction: transaction.toString("hex"),
    attributes,
    address: (attribute) => {
      const value = attributes.get(attribute);
      return value && readXorAddress(value, transaction);
    },
    error: () => {
      const value = attributes.get(ATTRIBUTE.errorCode);
      return (
        value && {
          code: value.readUInt8(2) * 100 + value.readUInt8(3),
          reason: value.toString("utf8", 4),
        }
      );
    },
  };
}

function kindOf(type: number): Message["kind"] {
  const isIndication = (type & 0x0010) !== 0;
  if ((type & 0x0100) === 0) return isIndication ? "indication" : "request";
  return isIndication ? "error" : "success";
}

function decodeAttributes(body: Buffer): Map<number, Buffer> {
  const attributes = new Map<number, Buffer>();
  for (let at = 0; at + 4 <= body.length;) {
    const length = body.readUInt16BE(at + 2);
    attributes.set(body.readUInt16BE(at), body.subarray(at + 4, at + 4 + length));
    at += 4 + length + padding(length);
  }
  return attributes;
}
