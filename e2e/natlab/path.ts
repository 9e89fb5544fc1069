import type { Page } from "@playwright/test";

/** The way the media of one connection takes now, by its selected candidate pair. */
export interface Path {
  /** Candidate types (RFC 8445 section 5.1.1): host, srflx, prflx or relay. */
  readonly local: string;
  readonly remote: string;
  /** This side's address and port. */
  readonly address: string;
  /** How this side reaches its relay (udp, tcp, tls); empty when its candidate is not a relay's. */
  readonly relayProtocol: string;
}

/** The ways of all connections of a page that are connected now. The page needs the probe of the fixtures. */
export function pathsOf(page: Page): Promise<readonly Path[]> {
  return page.evaluate(async () => {
    const open = window.eyestalkProbe.connections.filter(
      (connection) => connection.connectionState === "connected",
    );
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    return reports.map((report) => {
      const entries = new Map<string, Record<string, string>>(report.entries());
      const transport = [...entries.values()].find((entry) => entry["type"] === "transport");
      const pair = entries.get(transport?.["selectedCandidatePairId"] ?? "");
      const local = entries.get(pair?.["localCandidateId"] ?? "");
      const remote = entries.get(pair?.["remoteCandidateId"] ?? "");
      return {
        local: local?.["candidateType"] ?? "",
        remote: remote?.["candidateType"] ?? "",
        address: `${local?.["address"]}:${local?.["port"]}`,
        relayProtocol: local?.["relayProtocol"] ?? "",
      };
    });
  });
}

/** Whether one of both ends is a relay's. */
export const isRelayed = ({ local, remote }: Path) => local === "relay" || remote === "relay";
