import type { Platform } from "../platform.ts";
import { FakeStream } from "./fake-media.ts";
import type { FakeNetwork } from "./fake-network.ts";
import { FakePeerConnection } from "./fake-peer-connection.ts";
import { ManualClock } from "./manual-clock.ts";

/** A browser of one person, in a world of fakes. */
export interface FakePlatform extends Platform {
  readonly clock: ManualClock;
  /** This machine's network changes. */
  readonly changeNetwork: () => void;
}

/** Makes the platform of `owner`. All owners share the network and the clock. */
export function createFakePlatform(
  owner: string,
  world: { readonly network: FakeNetwork; readonly clock?: ManualClock },
): FakePlatform {
  const listeners = new Set<() => void>();
  return {
    clock: world.clock ?? new ManualClock(),
    createConnection: (configuration) =>
      new FakePeerConnection(world.network, owner, configuration).asConnection(),
    createFreshConnection: (configuration) => {
      const made = new FakePeerConnection(world.network, owner, configuration);
      made.fresh = true;
      return made.asConnection();
    },
    hostAddresses: () => Promise.resolve(new Set([world.network.addressOf(owner)])),
    createStream: () => new FakeStream().asStream(),
    newId: () => `${owner}-${world.network.nextNumber()}`,
    onNetworkChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changeNetwork: () => {
      for (const listener of listeners) listener();
    },
  };
}
