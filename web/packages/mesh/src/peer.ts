import type { MediaState, PeerMessage, PeerSignal } from "@eyestalk/protocol";
import type { Demand, Layer } from "./ladder.ts";
import { hasMoved } from "./fresh-network.ts";
import { Link, type LinkOptions } from "./link.ts";
import { believe, NO_LIMIT, type LineLimit } from "./line-limit.ts";
import type { LocalTracks } from "./local/face.ts";
import { belongs, isPolite } from "./negotiation.ts";
import type { PeerWords, Presence } from "./peer-channel.ts";
import { BLANK_PEER, looksSame, type PeerView } from "./peer-view.ts";
import { examine, newborn, type Health, type Sign } from "./peer-health.ts";
import type { Platform } from "./platform.ts";
import { configurationWith } from "./prepared.ts";
import { RemoteMedia } from "./remote-media.ts";
import type { Reserve } from "./reserve.ts";
import { counted } from "./restarts.ts";
import { hear, QUIET, type Speaking } from "./speaking.ts";
import { describe, sampleOf, type Sample } from "./stats.ts";
import { createStore, watch, type Store } from "./store.ts";
import type { FailureReason } from "./views.ts";

/** An offer that is not answered is said again. */
const RESEND_MS = 3_000;
/** Whoever was here first waits this long for the newcomer's offer, then offers. */
const OFFER_EXPECTED_MS = 4_000;

/** Until then the browser is busy with somebody's first pictures, and a page that asks would wait for it. */
const FIRST_LOOK_MS = 700;
/** The same where others may be connecting: looks after 0.7 s cost four who entered at once 0.2 s. */
const FIRST_LOOK_AMONG_MANY_MS = 1_500;

/** One restart for a moment without media; the next such moment within this time brings none. */
const QUIET_AGAIN_MS = 5_000;

export interface PeerOptions {
  readonly platform: Platform;
  readonly self: { readonly sid: string; readonly name: string };
  readonly sid: string;
  /** This side makes the first offer; otherwise it waits for theirs. */
  readonly begins: boolean;
  readonly iceServers: () => RTCIceServer[];
  readonly tracks: Store<LocalTracks>;
  readonly reserve: Reserve | undefined;
  readonly media: Store<MediaState>;
  readonly layer: Layer;
  /** Whether there are links to others, too. */
  readonly isAmongMany: () => boolean;
  readonly send: (signal: PeerSignal) => void;
  readonly onMessage: (message: PeerMessage) => void;
  readonly report: (error: unknown) => void;
}

/** One other person: their connection, kept alive, and rebuilt when it cannot be. */
export class Peer {
  readonly sid: string;
  /** How large they show our camera. */
  demand: Demand = "normal";
  /** No picture has had the time to arrive yet. */
  opening = true;
  readonly #options: PeerOptions;
  readonly #polite: boolean;
  readonly #remote: RemoteMedia;
  readonly #view = createStore<PeerView>(BLANK_PEER);
  readonly #retired = new Set<string>();
  readonly #undo: (() => void)[] = [];
  #health: Health;
  #layer: Layer;
  #link: Link | undefined;
  #unwatchLink: (() => void)[] = [];
  #expected: string | undefined;
  #quietAt = Number.NEGATIVE_INFINITY;
  #cancelWake: () => void = () => undefined;
  #speaking: Speaking = QUIET;
  #sample: Sample | undefined;
  #limit: LineLimit = NO_LIMIT;
  #closed = false;

  constructor(options: PeerOptions) {
    const { platform } = options;
    this.sid = options.sid;
    this.#options = options;
    this.#layer = options.layer;
    this.#polite = isPolite(options.self.sid, options.sid);
    this.#health = newborn(platform.clock.now());
    this.#remote = new RemoteMedia(platform.createStream);
    this.#undo.push(
      watch(this.#remote.camera, (cameraStream) => this.#show({ cameraStream })),
      watch(this.#remote.screen, (screenStream) => this.#show({ screenStream })),
      platform.clock.every(RESEND_MS, () => this.#link?.resend()),
    );
    this.#build({ begins: options.begins, connectionId: platform.newId(), fresh: false });
    if (!options.begins) this.#expectOffer();
    this.#keepTime();
  }

  get view(): Store<PeerView> {
    return this.#view;
  }

  /** Bits per second our line to them gives; undefined while no limit is known. */
  get available(): number | undefined {
    return this.#limit.available;
  }

  /** Takes a signal that came for this person's connection, whichever way it came. */
  receive(signal: PeerSignal): void {
    if (this.#closed) return;
    const current = this.#expected === undefined ? this.#link?.connectionId : undefined;
    const verdict = belongs(
      {
        polite: this.#polite,
        current,
        unanswered: this.#link?.answered !== true,
        retired: this.#retired,
      },
      { connectionId: signal.connection_id, isOffer: signal.type === "offer" },
    );
    if (verdict === "drop") return;
    const theirs = signal.connection_id ?? "";
    if (verdict === "adopt") this.#link?.adopt(theirs);
    if (verdict === "replace") {
      this.#build({ begins: false, connectionId: theirs, fresh: false });
      this.#notice({ kind: "replaced" });
    }
    this.#expected = undefined;
    this.#link?.receive(signal);
  }

  /** Says something over the data channel; false if it is not open. */
  say(words: PeerWords, id?: string): boolean {
    const channel = this.#link?.channel;
    if (channel === undefined) return false;
    return id === undefined ? channel.send(words) : channel.sendAs(id, words);
  }

  /** This machine's network may have changed, or signals find their way again. */
  networkChanged(): void {
    this.#notice({ kind: "network" });
  }

  /** Builds the connection anew if this machine no longer has an address it was built on. */
  leaveLostAddress(now: ReadonlySet<string>): boolean {
    const moved = this.#isUnheard() && hasMoved(this.#link?.addresses ?? NONE, now);
    if (moved) this.#notice({ kind: "moved" });
    return moved;
  }

  /** Signals find their way again: a link in trouble need not wait any longer. */
  signalsFlow(): void {
    if (this.#health.state === "connected" && !this.#isUnheard()) return;
    this.#link?.resend();
    this.#notice({ kind: "network" });
  }

  /** The person asked for another attempt. */
  retry(): void {
    this.#notice({ kind: "retry" });
  }

  /** They came back without their old connections: they will offer anew. */
  expectAnew(): void {
    if (this.#closed) return;
    this.#build({ begins: false, connectionId: this.#options.platform.newId(), fresh: false });
    this.#expectOffer();
    this.#notice({ kind: "replaced" });
  }

  /** What they say they send, from whichever side we heard it. */
  setMedia(media: MediaState): void {
    this.#remote.setState(media);
    this.#show({ media });
  }

  setLayer(layer: Layer): void {
    this.#layer = layer;
    this.#link?.setLayer(layer);
  }

  /** New credentials for what comes: running connections keep their way. */
  refreshIceServers(): void {
    this.#link?.setConfiguration(this.#configuration());
  }

  /** Looks at the counters; rejects never. */
  async measure(): Promise<void> {
    const link = this.#link;
    if (link === undefined || this.#health.state !== "connected") return;
    // Of a path that is gone the browser concludes that the line gives next to nothing.
    if (this.#isUnheard()) return;
    const report = await link.stats();
    if (link !== this.#link) return; // replaced meanwhile
    const now = sampleOf(report.entries());
    this.#limit = believe(this.#limit, now, this.#options.platform.clock.now());
    this.opening = this.#sample === undefined; // one look later the line has shown what it gives
    this.#show({ connection: describe(this.#sample, now) });
    this.#sample = now;
  }

  /** Looks whether they are still there, and whether they speak. */
  listen(): void {
    const now = this.#options.platform.clock.now();
    this.#speaking = hear(this.#speaking, this.#link?.listen(), now);
    this.#show({ speaking: this.#speaking.speaking });
  }

  /** Ends this link for good. Twice is fine. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelWake();
    for (const undo of this.#undo.toReversed()) undo();
    this.#drop();
    this.#remote.close();
    this.#view.set({ ...this.#view.get(), state: "closed", channel: false });
  }

  #build({ begins, connectionId, fresh }: Pick<LinkOptions, "begins" | "connectionId" | "fresh">) {
    this.#drop();
    this.#expected = undefined;
    const { platform, self, tracks, reserve, media, send, onMessage, report } = this.#options;
    const link = new Link({
      platform,
      connectionId,
      polite: this.#polite,
      begins,
      configuration: this.#configuration(),
      fresh,
      firstLookMs: () => this.#firstLook(),
      name: self.name,
      tracks,
      reserve,
      media,
      layer: this.#layer,
      send,
      onState: (state) => this.#notice({ kind: "connection", state }),
      onNegotiated: () => this.#show({ negotiated: true }),
      onTrack: (role, track) => this.#remote.take(role, track),
      onMedia: (state) => this.setMedia(state),
      onMessage,
      onEnd: () => this.#notice({ kind: "ended" }),
      report,
    });
    this.#link = link;
    this.#unwatchLink = [
      link.channel.presence.subscribe(() => this.#onPresence(link.channel.presence.get())),
      watch(link.channel.ready, (channel) => this.#show({ channel })),
    ];
  }

  #drop(): void {
    if (this.#link === undefined) return;
    this.#retired.add(this.#link.connectionId);
    for (const undo of this.#unwatchLink) undo();
    this.#link.close();
    this.#link = undefined;
    this.#sample = undefined;
    this.#limit = NO_LIMIT;
    this.opening = true;
  }

  #expectOffer(): void {
    const expected = this.#link?.connectionId;
    this.#expected = expected;
    this.#undo.push(
      this.#options.platform.clock.after(OFFER_EXPECTED_MS, () => {
        if (expected === undefined || this.#expected !== expected) return;
        this.#expected = undefined;
        this.#link?.begin();
      }),
    );
  }

  #onPresence(presence: Presence): void {
    const wasUnheard = this.#isUnheard();
    this.#show({ presence });
    if (presence === "quiet") this.#onQuiet();
    if (presence === "silent") {
      this.#notice({ kind: "silent" });
      this.#link?.holdPictures();
    }
    if (presence !== "heard") return;
    this.#notice({ kind: "heard" });
    if (!wasUnheard) return;
    this.#limit = NO_LIMIT;
    this.#link?.refreshPictures();
  }

  /** A weak machine falls quiet again and again: silence will tell whether it is more than that. */
  #onQuiet(): void {
    const now = this.#options.platform.clock.now();
    if (now - this.#quietAt < QUIET_AGAIN_MS) return;
    this.#quietAt = now;
    this.#notice({ kind: "quiet" });
  }

  #firstLook(): number {
    if (this.#view.get().presence !== "unknown") return 0; // a connection that was built anew
    return this.#options.isAmongMany() ? FIRST_LOOK_AMONG_MANY_MS : FIRST_LOOK_MS;
  }

  /** They were heard, and are not just now. */
  #isUnheard(): boolean {
    return !["heard", "unknown"].includes(this.#view.get().presence);
  }

  #notice(sign: Sign): void {
    if (this.#closed) return;
    const examination = examine(this.#health, sign, this.#options.platform.clock.now());
    const { health, remedy } = examination;
    const restarts = counted(this.#view.get().restarts, sign, examination);
    this.#health = health;
    this.#keepTime();
    if (remedy === "restart") this.#link?.restartIce();
    if (remedy === "rebuild") {
      this.#build({ begins: true, connectionId: this.#options.platform.newId(), fresh: true });
    }
    const failure = health.state === "failed" ? this.#whyFailed() : undefined;
    this.#show({ state: health.state, failure, restarts });
  }

  #whyFailed(): FailureReason {
    if (this.#link?.answered !== true) return "no-answer";
    const urls = this.#options.iceServers().flatMap((server) => server.urls);
    return urls.some((url) => /^turns?:/.test(url)) ? "relay-unreachable" : "no-relay";
  }

  #keepTime(): void {
    this.#cancelWake();
    const { clock } = this.#options.platform;
    const { wakeAt } = this.#health;
    if (wakeAt === undefined) return;
    this.#cancelWake = clock.after(Math.max(0, wakeAt - clock.now()), () => {
      this.#notice({ kind: "time" });
    });
  }

  #configuration(): RTCConfiguration {
    return configurationWith(this.#options.iceServers());
  }

  #show(change: Partial<PeerView>): void {
    const before = this.#view.get();
    const after = { ...before, ...change };
    if (!looksSame(before, after)) this.#view.set(after);
  }
}

const NONE: ReadonlySet<string> = new Set();
