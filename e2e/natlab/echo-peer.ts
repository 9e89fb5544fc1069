import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { Endpoint } from "./turn-address.ts";

/** Somebody on the other side of a relay: sends every packet back where it came from. */
export interface EchoPeer {
  readonly at: Endpoint;
  close(): void;
}

/** Opens an echo on a free UDP port of the loopback address. */
export async function openEchoPeer(): Promise<EchoPeer> {
  const socket = createSocket("udp4");
  socket.on("message", (data, from) => socket.send(data, from.port, from.address));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    at: { ip: "127.0.0.1", port: socket.address().port },
    close: () => void socket.close(),
  };
}
