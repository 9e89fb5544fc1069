import { listen } from "./listening.ts";
import { createFreshConnection, hostAddresses } from "./fresh-network.ts";
import { systemClock, type Clock } from "./clock.ts";

/** The part of RTCPeerConnection the engine uses; tests hand in a fake. */
export type PeerConnection = Pick<
  RTCPeerConnection,
  | "addEventListener"
  | "addIceCandidate"
  | "addTransceiver"
  | "close"
  | "connectionState"
  | "createDataChannel"
  | "getStats"
  | "getTransceivers"
  | "localDescription"
  | "remoteDescription"
  | "removeEventListener"
  | "restartIce"
  | "setConfiguration"
  | "setLocalDescription"
  | "setRemoteDescription"
  | "signalingState"
>;

/** What the engine needs of the browser. */
export interface Platform {
  readonly clock: Clock;
  readonly createConnection: (configuration: RTCConfiguration) => PeerConnection;
  /** The same, with the network of this very moment instead of the one the page was last told of. */
  readonly createFreshConnection: (configuration: RTCConfiguration) => PeerConnection;
  /** The addresses this machine has at this moment; empty where the browser hides them. */
  readonly hostAddresses: () => Promise<ReadonlySet<string>>;
  readonly createStream: () => MediaStream;
  /** A random id nobody else makes. */
  readonly newId: () => string;
  /** Calls `listener` when this machine's network may have changed; returns the remover. */
  readonly onNetworkChange: (listener: () => void) => () => void;
}

/** The real browser. */
export const browserPlatform: Platform = {
  clock: systemClock,
  createConnection: (configuration) => new RTCPeerConnection(configuration),
  createFreshConnection,
  hostAddresses,
  createStream: () => new MediaStream(),
  newId: () => {
    // Not crypto.randomUUID: that one is missing where the page is no secure context.
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return btoa(String.fromCharCode(...bytes))
      .replaceAll("+", "-")
      .replaceAll("/", "_");
  },
  onNetworkChange: (listener) => {
    const information = networkInformation();
    const undo = [
      listen(window, "online", listener),
      ...(information === undefined ? [] : [onOtherKind(information, listener)]),
    ];
    return () => undo.forEach((stop) => stop());
  },
};

/**
 * Starts the machinery of the browser's first connection ahead of time: some 10 ms that nobody then
 * waits for after pressing Join.
 */
export function warmUp(): void {
  new RTCPeerConnection().close();
}

/**
 * Calls `listener` when the network is of another kind, as from Wi-Fi to cellular. The same event
 * tells of every new estimate of the line's speed, which is no reason to look for another path.
 */
export function onOtherKind(
  information: EventTarget & { readonly type?: unknown },
  listener: () => void,
): () => void {
  let before = information.type;
  return listen(information, "change", () => {
    if (information.type === before) return;
    before = information.type;
    listener();
  });
}

/** The Network Information API, which Firefox and Safari lack. */
function networkInformation(): EventTarget | undefined {
  const found = "connection" in navigator ? navigator.connection : undefined;
  return found instanceof EventTarget ? found : undefined;
}
