import type { IceServer } from "@eyestalk/protocol";

/** What the server lists, as RTCPeerConnection wants it: fields that are not there are absent. */
export function iceServersOf(servers: readonly IceServer[]): RTCIceServer[] {
  return servers.map(({ urls, username, credential }) => ({
    urls,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  }));
}
