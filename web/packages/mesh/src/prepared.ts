import type { PeerConnection, Platform } from "./platform.ts";
import { Senders } from "./senders.ts";

/** What a link consists of before anything is agreed with anybody. */
export interface Prepared {
  readonly connection: PeerConnection;
  readonly channel: RTCDataChannel;
  readonly senders: Senders;
}

/** Makes a connection's parts. Whoever gets them closes the connection. */
export function prepare(
  connection: PeerConnection,
  options: {
    readonly createStream: Platform["createStream"];
    readonly report: (error: unknown) => void;
  },
): Prepared {
  return {
    connection,
    channel: connection.createDataChannel("eyestalk", { negotiated: true, id: 0 }),
    senders: new Senders({ connection, ...options }),
  };
}

/** Everything of one connection goes over one transport (RFC 9143). */
export function configurationWith(iceServers: RTCIceServer[]): RTCConfiguration {
  return { iceServers, bundlePolicy: "max-bundle" };
}
