import { isIPv4 } from "node:net";

/** An address of either family and a UDP or TCP port. */
export interface Endpoint {
  readonly ip: string;
  readonly port: number;
}

const MAGIC_COOKIE_BYTES = Buffer.from([0x21, 0x12, 0xa4, 0x42]);

/** The value of an XOR address attribute (RFC 8489 section 14.2). */
export function xorAddress({ ip, port }: Endpoint, transaction: Buffer): Buffer {
  const bytes = isIPv4(ip) ? ipv4Bytes(ip) : ipv6Bytes(ip);
  const head = Buffer.alloc(4);
  head.writeUInt8(bytes.length === 4 ? 1 : 2, 1);
  head.writeUInt16BE(port ^ MAGIC_COOKIE_BYTES.readUInt16BE(0), 2);
  return Buffer.concat([head, mask(bytes, transaction)]);
}

/** Reads the value of an XOR address attribute. */
export function readXorAddress(value: Buffer, transaction: Buffer): Endpoint {
  const port = value.readUInt16BE(2) ^ MAGIC_COOKIE_BYTES.readUInt16BE(0);
  const bytes = mask(value.subarray(4), transaction);
  if (bytes.length === 4) return { ip: [...bytes].join("."), port };
  const groups = Array.from({ length: 8 }, (_, i) => bytes.readUInt16BE(2 * i).toString(16));
  return { ip: new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1), port };
}

function mask(bytes: Buffer, transaction: Buffer): Buffer {
  const key = Buffer.concat([MAGIC_COOKIE_BYTES, transaction]);
  return Buffer.from(bytes.map((byte, i) => byte ^ (key[i] ?? 0)));
}

const ipv4Bytes = (ip: string) => Buffer.from(ip.split(".").map(Number));

const groups = (part: string) => (part === "" ? [] : part.split(":"));

function ipv6Bytes(ip: string): Buffer {
  const [head = "", tail] = new URL(`http://[${ip}]`).hostname.slice(1, -1).split("::");
  const left = groups(head);
  const right = groups(tail ?? "");
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => "0");
  const bytes = Buffer.alloc(16);
  for (const [i, group] of [...left, ...zeros, ...right].entries()) {
    bytes.writeUInt16BE(Number.parseInt(group, 16), 2 * i);
  }
  return bytes;
}
