/** How a relay is reached: each way may be open or closed in a network of its own accord. */
export type RelayWay = "udp" | "tcp" | "tls";

/** What there is to try, sorted by what it shows. */
export interface IceWays {
  /** Servers that tell a browser its public address; those of the relays included. */
  readonly stun: readonly string[];
  readonly relay: Readonly<Record<RelayWay, readonly string[]>>;
}

/** Sorts STUN and TURN addresses (RFC 7064, RFC 7065); what is neither is left out. */
export function iceWays(urls: readonly string[]): IceWays {
  const of = (way: RelayWay) => urls.filter((url) => wayOf(url) === way);
  const relay = { udp: of("udp"), tcp: of("tcp"), tls: of("tls") };
  const stun = [...urls.filter((url) => url.startsWith("stun:")), ...relay.udp.map(asStun)];
  return { stun: [...new Set(stun)], relay };
}

function wayOf(url: string): RelayWay | undefined {
  const [scheme] = url.split(":");
  const isUdp = !/[?&]transport=tcp\b/i.test(url);
  if (scheme === "turn") return isUdp ? "udp" : "tcp";
  // turns over UDP is DTLS, which no browser speaks.
  return scheme === "turns" && !/[?&]transport=udp\b/i.test(url) ? "tls" : undefined;
}

/** A TURN server answers STUN questions, too (RFC 8656 section 3.1). */
function asStun(turnUrl: string): string {
  return turnUrl.replace(/^turn:/, "stun:").replace(/\?.*$/, "");
}
