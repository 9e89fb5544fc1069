import type { Page } from "@playwright/test";

interface Transfer {
  readonly kind: string;
  readonly host: string;
  bytes: number;
}

/** What was transferred in some time, by kind. */
export class Taken {
  readonly #transfers: readonly Transfer[];
  readonly foreignHosts: ReadonlySet<string>;

  constructor(transfers: readonly Transfer[], ownHost: string) {
    this.#transfers = transfers;
    this.foreignHosts = new Set(
      transfers.map(({ host }) => host).filter((host) => host !== "" && host !== ownHost),
    );
  }

  /** Kilobytes of scripts, styles, both, and everything else. */
  cells(): string[] {
    const [scripts, styles] = [this.#sum(isKind("Script")), this.#sum(isKind("Stylesheet"))];
    const all = this.#sum(() => true);
    return [scripts, styles, scripts + styles, all - scripts - styles].map(kilobytes);
  }

  #sum(wanted: (transfer: Transfer) => boolean): number {
    return this.#transfers.filter(wanted).reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

/** Counts bytes as they came over the wire, headers included (CDP Network.loadingFinished). */
export class Transfers {
  readonly #ownHost: string;
  readonly #open = new Map<string, Transfer>();
  #done: Transfer[] = [];

  private constructor(ownHost: string) {
    this.#ownHost = ownHost;
  }

  /** Starts to count; call it before the first navigation. */
  static async of(page: Page, ownHost: string): Promise<Transfers> {
    const transfers = new Transfers(ownHost);
    const network = await page.context().newCDPSession(page);
    network.on("Network.requestWillBeSent", ({ requestId, type, request }) => {
      const { host } = new URL(request.url);
      transfers.#open.set(requestId, { kind: type ?? "Other", host, bytes: 0 });
    });
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const transfer = transfers.#open.get(requestId);
      if (transfer === undefined) return;
      transfer.bytes = encodedDataLength;
      transfers.#done.push(transfer);
      transfers.#open.delete(requestId);
    });
    await network.send("Network.enable");
    return transfers;
  }

  /** What came since the last call. */
  taken(): Taken {
    const done = this.#done;
    this.#done = [];
    return new Taken(done, this.#ownHost);
  }
}

function isKind(kind: string): (transfer: Transfer) => boolean {
  return (transfer) => transfer.kind === kind;
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(1);
}
