import { createSocket } from "node:dgram";
import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { once } from "node:events";
import type { Endpoint } from "./turn-address.ts";
import { frameLength } from "./turn-message.ts";

/** How a client reaches its relay. */
export type TransportKind = "udp" | "tcp" | "tls";

/** Carries whole STUN messages to one server. */
export interface Transport {
  readonly kind: TransportKind;
  /** The own end, as this machine sees it. */
  readonly local: Endpoint;
  send(message: Buffer): void;
  close(): void;
}

/** Opens a transport; every message that arrives goes to `receive`. Certificates are not checked: tests sign their own. */
export function openTransport(
  { kind, server }: { kind: TransportKind; server: Endpoint },
  receive: (message: Buffer) => void,
): Promise<Transport> {
  return kind === "udp" ? openUdp(server, receive) : openStream(kind, server, receive);
}

async function openUdp(server: Endpoint, receive: (message: Buffer) => void): Promise<Transport> {
  const socket = createSocket("udp4");
  socket.on("message", receive);
  socket.connect(server.port, server.ip);
  await once(socket, "connect");
  const { address: ip, port } = socket.address();
  return {
    kind: "udp",
    local: { ip, port },
    send: (message) => socket.send(message),
    close: () => socket.close(),
  };
}

async function openStream(
  kind: "tcp" | "tls",
  server: Endpoint,
  receive: (message: Buffer) => void,
): Promise<Transport> {
  const to = { host: server.ip, port: server.port };
  const socket: Socket =
    kind === "tcp" ? connectTcp(to) : connectTls({ ...to, rejectUnauthorized: false });
  await once(socket, kind === "tcp" ? "connect" : "secureConnect");
  let pending = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let length = frameLength(pending); length; length = frameLength(pending)) {
      receive(pending.subarray(0, length));
      pending = pending.subarray(length);
    }
  });
  return {
    kind,
    local: { ip: socket.localAddress ?? "", port: socket.localPort ?? 0 },
    send: (message) => void socket.write(message),
    close: () => void socket.destroy(),
  };
}
