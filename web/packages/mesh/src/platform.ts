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
    const sources = [window, networkInformation()].filter((source) => source !== undefined);
    const kinds = ["online", "change"];
    for (const source of sources) {
      for (const kind of kinds) source.addEventListener(kind, listener);
    }
    return () => {
      for (const source of sources) {
        for (const kind of kinds) source.removeEventListener(kind, listener);
      }
    };
  },
};

/**
 * Starts the machinery of the browser's first connection ahead of time: some 10 ms that nobody then
 * waits for after pressing Join.
 */
export function warmUp(): void {
  new RTCPeerConnection().close();
}

/** The Network Information API, which Firefox and Safari lack. */
function networkInformation(): EventTarget | undefined {
  const found = "connection" in navigator ? navigator.connection : undefined;
  return found instanceof EventTarget ? found : undefined;
}
