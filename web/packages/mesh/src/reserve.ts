import { FIRST_LAYER } from "./ladder.ts";
import type { LocalTracks } from "./local/face.ts";
import type { Platform } from "./platform.ts";
import { configurationWith, prepare, type Prepared } from "./prepared.ts";
import { watch, type Store } from "./store.ts";

/** As many as a full room of four needs. */
const SIZE = 3;
/** Devices are still being opened or chosen until they have stayed the same for this long. */
const SETTLED_MS = 200;
/** Between two: a page that people type in must not halt. */
const APART_MS = 50;

/**
 * Connections made while nobody waits for them. Making one and its four lines takes 10 ms on an idle
 * machine and ten times that while four browsers enter at once (Chromium 156), and all that time
 * would lie between the click on Join and the first picture.
 */
export class Reserve {
  readonly #platform: Platform;
  readonly #tracks: Store<LocalTracks>;
  readonly #report: (error: unknown) => void;
  readonly #unwatch: () => void;
  #ready: Prepared[] = [];
  #cancel: () => void = () => undefined;

  constructor(options: {
    readonly platform: Platform;
    /** Sent over every connection of the reserve from its beginning. */
    readonly tracks: Store<LocalTracks>;
    readonly report: (error: unknown) => void;
  }) {
    this.#platform = options.platform;
    this.#tracks = options.tracks;
    this.#report = options.report;
    this.#unwatch = watch(this.#tracks, () => this.#refill());
  }

  /** A connection with all its lines, whose offer can be asked for; undefined when none is left. */
  take(configuration: RTCConfiguration): Prepared | undefined {
    const prepared = this.#ready.shift();
    prepared?.connection.setConfiguration(configuration);
    return prepared;
  }

  /** Closes what was not taken. Twice is fine. */
  close(): void {
    this.#unwatch();
    this.#empty();
  }

  #refill(): void {
    this.#empty();
    this.#cancel = this.#platform.clock.after(SETTLED_MS, () => this.#add());
  }

  #add(): void {
    const { clock, createConnection, createStream } = this.#platform;
    const prepared = prepare(createConnection(configurationWith([])), {
      createStream,
      report: this.#report,
    });
    prepared.senders.sync(this.#tracks.get());
    prepared.senders.setLayer(FIRST_LAYER);
    prepared.senders.open();
    this.#ready.push(prepared);
    if (this.#ready.length < SIZE) this.#cancel = clock.after(APART_MS, () => this.#add());
  }

  #empty(): void {
    this.#cancel();
    for (const { connection } of this.#ready.splice(0)) connection.close();
  }
}
