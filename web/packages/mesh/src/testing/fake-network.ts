import type { FakeChannel } from "./fake-channel.ts";
import type { FakePeerConnection } from "./fake-peer-connection.ts";

/** The world between fake connections: who can reach whom. */
export class FakeNetwork {
  readonly connections: FakePeerConnection[] = [];
  /** Whether what is sent also arrives as media; words over channels always do. */
  mediaFlows = false;
  readonly #addresses = new Map<string, string>();
  readonly #cut = new Set<string>();
  #count = 0;

  register(connection: FakePeerConnection): string {
    this.connections.push(connection);
    return `pc-${this.nextNumber()}`;
  }

  /** Numbers nobody else in this world has. */
  nextNumber(): number {
    this.#count += 1;
    return this.#count;
  }

  /** The connections of one owner that are not closed. */
  of(owner: string): FakePeerConnection[] {
    return this.connections.filter(
      (one) => one.owner === owner && one.connectionState !== "closed",
    );
  }

  /** Nothing passes between these two any more; ICE notices at once. */
  cut(a: string, b: string): void {
    this.#cut.add(pair(a, b));
    for (const one of this.of(a)) {
      const other = one.partner();
      if (other?.owner !== b) continue;
      one.become("disconnected");
      other.become("disconnected");
    }
  }

  /** The address of somebody's machine. */
  addressOf(owner: string): string {
    return this.#addresses.get(owner) ?? `${owner}-1`;
  }

  /** Somebody's machine gets another address: whatever was connected over the old one no longer is. */
  move(owner: string): void {
    this.#addresses.set(owner, `${owner}-${this.nextNumber()}`);
  }

  /** Nothing passes between these two any more, and ICE has not noticed yet. */
  swallow(a: string, b: string): void {
    this.#cut.add(pair(a, b));
  }

  /** Something passes again; ICE that has not given up notices, the rest needs a restart. */
  heal(a: string, b: string): void {
    this.#cut.delete(pair(a, b));
    for (const one of this.of(a)) {
      if (one.connectionState === "connecting" && one.partner()?.owner === b) this.tryConnect(one);
    }
  }

  isCut(a: string, b: string): boolean {
    return this.#cut.has(pair(a, b));
  }

  /** Connects two that have exchanged all that is needed. */
  tryConnect(one: FakePeerConnection): void {
    const other = one.partner();
    if (other === undefined || other.partner() !== one) return;
    if (!one.isReady() || !other.isReady() || this.isCut(one.owner, other.owner)) return;
    for (const end of [one, other]) end.become("connected");
    openBoth(one.channels, other.channels);
  }
}

function openBoth(mine: readonly FakeChannel[], theirs: readonly FakeChannel[]): void {
  for (const channel of mine) {
    const other = theirs.find(({ id }) => id === channel.id);
    if (other !== undefined && channel.readyState === "connecting") channel.openWith(other);
  }
}

function pair(a: string, b: string): string {
  return [a, b].toSorted().join(" ");
}
