import { listen } from "./listening.ts";

/** What a browser has to say about its addresses after this long is not worth more waiting. */
const LOOK_MS = 500;

/**
 * A connection that knows the network as it is now. Chromium 156 tells a window of a new address up
 * to 2 s after the kernel knew it, but a new window learns all of them when it begins; so this one
 * lives in an empty frame of its own, which goes when it is closed (ADR 13).
 */
export function createFreshConnection(configuration: RTCConfiguration): RTCPeerConnection {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.body.append(frame);
  const Connection = connectionOf(frame.contentWindow);
  const connection = new Connection(configuration);
  const close = connection.close.bind(connection);
  connection.close = () => {
    close();
    frame.remove();
  };
  return connection;
}

function connectionOf(inside: object | null): typeof RTCPeerConnection {
  const found = inside !== null && "RTCPeerConnection" in inside ? inside.RTCPeerConnection : null;
  return isConnection(found) ? found : RTCPeerConnection;
}

/** The type of a window does not list what is global in it. */
function isConnection(value: unknown): value is typeof RTCPeerConnection {
  return typeof value === "function";
}

/**
 * The addresses this machine has now, as host candidates (RFC 8445, section 5.1.1.1) show them.
 * Empty where the browser hides them (RFC 8828, mode 3) or there are none.
 */
export async function hostAddresses(): Promise<ReadonlySet<string>> {
  const connection = createFreshConnection({});
  const found = new Set<string>();
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, LOOK_MS);
      listen(connection, "icegatheringstatechange", () => {
        if (connection.iceGatheringState !== "complete") return;
        clearTimeout(timer);
        resolve();
      });
      connection.addEventListener("icecandidate", ({ candidate }) => {
        const address = hostAddressOf(candidate);
        if (address !== undefined) found.add(address);
      });
      connection.createDataChannel("look");
      connection.setLocalDescription().catch(reject);
    });
  } finally {
    connection.close();
  }
  return found;
}

/** The address of a host candidate; undefined for others, and where the browser hides it. */
export function hostAddressOf(
  candidate: Pick<RTCIceCandidate, "address" | "type"> | null,
): string | undefined {
  if (candidate?.type !== "host" || candidate.address === null) return undefined;
  return candidate.address.endsWith(".local") ? undefined : candidate.address;
}

/** Whether an address that a connection was built on is no longer this machine's. */
export function hasMoved(known: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return now.size > 0 && [...known].some((address) => !now.has(address));
}
