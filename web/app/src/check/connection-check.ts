import { createStore, type DeviceState, type LocalMedia, type Store } from "@eyestalk/mesh";
import type { BrowserKind } from "../lib/browser.ts";
import type { ServerLink } from "../session/index.ts";
import {
  type Finding,
  type Findings,
  onAddress,
  onDevice,
  onLive,
  onRelay,
  NETWORK_SUBJECTS,
  onServer,
  type Subject,
  UNASKED,
} from "./findings.ts";
import type { Gather } from "./gather.ts";
import { mappingOf, reachOf } from "./ice-facts.ts";
import { type IceWays, iceWays, type RelayWay } from "./ice-ways.ts";

/** The live connection needs no longer than this where it is possible at all. Milliseconds. */
const LIVE_WITHIN_MS = 8_000;

/** Not a credential: a browser does not ask a relay without a name, and the refusal is the answer. */
const NOBODY = { username: "check", credential: "check" };

const RELAY_WAYS = ["udp", "tcp", "tls"] as const;

/** What the check asks; all of it may be slow, none of it may reject. */
export interface CheckSources {
  readonly browser: BrowserKind;
  readonly media: Pick<LocalMedia, "open" | "camera" | "microphone">;
  readonly live: ServerLink["state"];
  /** The addresses of STUN and TURN servers; undefined when the server does not answer. */
  readonly askServer: (signal: AbortSignal) => Promise<readonly string[] | undefined>;
  readonly gather: Gather;
}

/** Looks at everything a call needs, all at once. */
export class ConnectionCheck {
  readonly #sources: CheckSources;
  readonly #findings = createStore<Findings>({});
  readonly #end = new AbortController();

  constructor(sources: CheckSources) {
    this.#sources = sources;
  }

  /** What is known so far. */
  get findings(): Store<Findings> {
    return this.#findings;
  }

  /** Starts looking; resolves when everything was looked at or the check was closed. */
  async run(): Promise<void> {
    await Promise.all([this.#serverAndNetwork(), this.#live(), this.#devices()]);
  }

  /** Lets go of everything. Twice is fine. */
  close(): void {
    this.#end.abort();
  }

  /** What to ask the network for is known by the server only. */
  async #serverAndNetwork(): Promise<void> {
    const urls = await this.#sources.askServer(this.#end.signal);
    this.#found("server", onServer(urls !== undefined));
    if (urls === undefined) {
      for (const subject of NETWORK_SUBJECTS) this.#found(subject, UNASKED);
      return;
    }
    const ways = iceWays(urls);
    const relays = RELAY_WAYS.map((way) => this.#relay(way, ways));
    await Promise.all([this.#address(ways), ...relays]);
  }

  async #live(): Promise<void> {
    const { live } = this.#sources;
    const stands = await until(live, (state) => state === "online", this.#within(LIVE_WITHIN_MS));
    this.#found("live", onLive(stands));
  }

  async #devices(): Promise<void> {
    const { media, browser } = this.#sources;
    await media.open({ audio: true, video: true });
    for (const kind of ["camera", "microphone"] as const) {
      await until(media[kind], hasAnswered, this.#end.signal);
      this.#found(kind, onDevice(kind, media[kind].get(), browser));
    }
  }

  async #address({ stun }: IceWays): Promise<void> {
    if (stun.length === 0) return this.#found("address", onAddress({ kind: "not-asked" }));
    const iceServers = [{ urls: [...stun] }];
    const gathered = await this.#sources.gather({ iceServers }, this.#end.signal);
    return this.#found("address", onAddress(mappingOf(gathered)));
  }

  async #relay(way: RelayWay, { relay }: IceWays): Promise<void> {
    const urls = [...relay[way]];
    if (urls.length === 0) return this.#found(`relay.${way}`, onRelay(way, undefined));
    const configuration: RTCConfiguration = {
      iceServers: [{ urls, ...NOBODY }],
      iceTransportPolicy: "relay",
    };
    const gathered = await this.#sources.gather(configuration, this.#end.signal);
    return this.#found(`relay.${way}`, onRelay(way, reachOf(gathered)));
  }

  #within(milliseconds: number): AbortSignal {
    return AbortSignal.any([this.#end.signal, AbortSignal.timeout(milliseconds)]);
  }

  #found(subject: Subject, finding: Finding): void {
    if (this.#end.signal.aborted) return;
    this.#findings.set({ ...this.#findings.get(), [subject]: finding });
  }
}

const hasAnswered = (state: DeviceState) => state !== "starting";

/** Resolves with true once the store's value is wanted, with false when the signal comes first. */
function until<T>(store: Store<T>, isWanted: (value: T) => boolean, signal: AbortSignal) {
  return new Promise<boolean>((resolve) => {
    const end = (found: boolean) => {
      stop();
      resolve(found);
    };
    const stop = store.subscribe(() => isWanted(store.get()) && end(true));
    signal.addEventListener("abort", () => end(false), { once: true });
    if (isWanted(store.get())) end(true);
    else if (signal.aborted) end(false);
  });
}
