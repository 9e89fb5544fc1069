import type { PeerConnection } from "./platform.ts";

/** Adds a listener and returns its remover. */
export function listen(
  target: Pick<EventTarget, "addEventListener" | "removeEventListener">,
  kind: string,
  listener: (event: Event) => void,
): () => void {
  target.addEventListener(kind, listener);
  return () => target.removeEventListener(kind, listener);
}

/** The same for a connection, whose events have types of their own. */
export function listenTo<K extends keyof RTCPeerConnectionEventMap>(
  connection: PeerConnection,
  kind: K,
  listener: (event: RTCPeerConnectionEventMap[K]) => void,
): () => void {
  connection.addEventListener(kind, listener);
  return () => connection.removeEventListener(kind, listener);
}
