import type { MediaState, PeerChat, PeerMessage, PeerSignal } from "@eyestalk/protocol";
import { budgetOf, FIRST_LAYER, ladder, type Demand, type Layer } from "./ladder.ts";
import type { LocalTracks } from "./local/face.ts";
import type { PeerWords } from "./peer-channel.ts";
import { Peer } from "./peer.ts";
import type { PeerView } from "./peer-view.ts";
import type { Platform } from "./platform.ts";
import type { Reserve } from "./reserve.ts";
import { createStore, watch, type Store } from "./store.ts";

const MEASURE_MS = 2_000;
const LISTEN_MS = 200;
/** A signal the server has not confirmed by now goes another way as well. */
const UNDELIVERED_MS = 1_000;

/** The way to the others that does not need a connection to them: the server. */
export interface SignalWay {
  /** Resolves to false if the signal certainly or probably did not get there. Never rejects. */
  readonly send: (to: string, signal: PeerSignal) => Promise<boolean>;
}

export interface MeshOptions {
  readonly platform: Platform;
  readonly self: { readonly sid: string; readonly name: string };
  readonly way: SignalWay;
  readonly tracks: Store<LocalTracks>;
  /** Connections made before; closed by whoever made it. */
  readonly reserve?: Reserve | undefined;
  /** What we tell the others that we send. */
  readonly media: Store<MediaState>;
  readonly iceServers: RTCIceServer[];
  readonly onChat: (from: string, chat: PeerChat) => void;
  /** The server answers somebody again, on this node or another. */
  readonly onServerBack: () => void;
  /** They said that they leave. */
  readonly onBye: (from: string) => void;
  /** This machine has another address: connections over the old one only look open. */
  readonly onMoved: () => void;
  /** Something went wrong that nobody can act on; for counters and logs. */
  readonly report: (error: unknown) => void;
}

/** All connections of one person in one room. Knows neither a server nor a page. */
export class Mesh {
  readonly #options: MeshOptions;
  readonly #peers = new Map<string, { readonly peer: Peer; readonly unwatch: () => void }>();
  readonly #views = createStore<ReadonlyMap<string, PeerView>>(new Map());
  readonly #demands = new Map<string, Demand>();
  readonly #undo: (() => void)[];
  #iceServers: RTCIceServer[];
  #looking = false;

  constructor(options: MeshOptions) {
    const { platform, media } = options;
    this.#options = options;
    this.#iceServers = options.iceServers;
    this.#undo = [
      platform.onNetworkChange(() => this.networkChanged()),
      platform.clock.every(MEASURE_MS, () => this.#measure()),
      platform.clock.every(LISTEN_MS, () => this.#listen()),
      media.subscribe(() => this.#tellAll({ kind: "media", ...media.get() })),
    ];
  }

  /** Everybody we have a link to, by public id. */
  get views(): Store<ReadonlyMap<string, PeerView>> {
    return this.#views;
  }

  /** Whether others were heard and nobody is any more. */
  get isAlone(): boolean {
    const presences = [...this.#views.get().values()].map(({ presence }) => presence);
    const known = presences.filter((presence) => presence !== "unknown");
    return known.length > 0 && !known.includes("heard");
  }

  /** Begins a link. The newcomer offers (`begins`), whoever is there waits for it. */
  add(sid: string, { begins }: { readonly begins: boolean }): void {
    if (this.#peers.has(sid)) return;
    const { platform, self, tracks, reserve, media, report } = this.#options;
    const peer = new Peer({
      platform,
      self,
      sid,
      begins,
      iceServers: () => this.#iceServers,
      tracks,
      reserve,
      media,
      layer: this.#layers(sid).get(sid) ?? FIRST_LAYER,
      isAmongMany: () => this.#peers.size > 1,
      send: (signal) => void this.#send(sid, signal),
      onMessage: (message) => this.#onMessage(sid, message),
      report,
    });
    const unwatch = watch(peer.view, (view) => this.#show(sid, view));
    this.#peers.set(sid, { peer, unwatch });
    this.#spread();
  }

  /** Ends a link. */
  remove(sid: string): void {
    const entry = this.#peers.get(sid);
    if (entry === undefined) return;
    entry.unwatch();
    entry.peer.close();
    this.#peers.delete(sid);
    this.#demands.delete(sid);
    const rest = new Map(this.#views.get());
    rest.delete(sid);
    this.#views.set(rest);
    this.#spread();
  }

  /** A signal came for the link to `from`. Of a stranger it is dropped. */
  receive(from: string, signal: PeerSignal): void {
    this.#peers.get(from)?.peer.receive(signal);
  }

  /** They came back without their old connections and will offer. */
  expectAnew(sid: string): void {
    this.#forgetDemand(sid);
    this.#peers.get(sid)?.peer.expectAnew();
  }

  /** What the server says they send; their own word over the channel counts more. */
  setMedia(sid: string, media: MediaState): void {
    const peer = this.#peers.get(sid)?.peer;
    if (peer !== undefined && !peer.view.get().channel) peer.setMedia(media);
  }

  retry(sid: string): void {
    this.#peers.get(sid)?.peer.retry();
  }

  /** Signals find their way again: links in trouble try at once. */
  signalsFlow(): void {
    for (const { peer } of this.#peers.values()) peer.signalsFlow();
  }

  /** Looks for new ways at once: this machine's network changed. */
  networkChanged(): void {
    for (const { peer } of this.#peers.values()) peer.networkChanged();
  }

  /** Renewed credentials. */
  setIceServers(iceServers: RTCIceServer[]): void {
    this.#iceServers = iceServers;
    for (const { peer } of this.#peers.values()) peer.refreshIceServers();
  }

  /** How large we show somebody; they send accordingly. */
  show(sid: string, demand: Demand): void {
    if ((this.#demands.get(sid) ?? "normal") === demand) return;
    this.#demands.set(sid, demand);
    this.#peers.get(sid)?.peer.say({ kind: "view", camera: demand });
  }

  /** Chat without the server, to one person or to all; how many were reached. */
  chat(line: Omit<PeerChat, "kind" | "at"> & { readonly at: Date }, to?: string): number {
    const words: PeerWords = {
      kind: "chat",
      at: line.at.toISOString(),
      sender: line.sender,
      text: line.text,
      direct: line.direct,
    };
    const addressees = to === undefined ? [...this.#peers.keys()] : [to];
    return addressees.filter((sid) => this.#peers.get(sid)?.peer.say(words, line.id) === true)
      .length;
  }

  /** Tells the others that the server answers us again. */
  serverBack(): void {
    this.#tellAll({ kind: "server-back" });
  }

  /** Tells the others that we leave on purpose. Needs a moment to get there before `close`. */
  goodbye(): void {
    this.#tellAll({ kind: "bye" });
  }

  /** Ends all links. Twice is fine. */
  close(): void {
    for (const undo of this.#undo.splice(0).toReversed()) undo();
    for (const sid of this.#peers.keys()) this.remove(sid);
  }

  /** By the server; if that fails over their data channel; if that fails over a third person. */
  async #send(to: string, signal: PeerSignal): Promise<void> {
    if (await this.#delivered(to, signal)) return;
    const direct = this.#peers.get(to)?.peer;
    if (direct?.view.get().presence === "heard" && direct.say({ kind: "signal", signal })) return;
    for (const [sid, { peer }] of this.#peers) {
      const { presence } = peer.view.get();
      if (sid !== to && presence === "heard" && peer.say({ kind: "forward", to, signal })) return;
    }
  }

  /** Two ways at once are harmless: what comes twice is noticed. Waiting is not. */
  #delivered(to: string, signal: PeerSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = this.#options.platform.clock.after(UNDELIVERED_MS, () => resolve(false));
      void this.#options.way.send(to, signal).then((delivered) => {
        cancel();
        resolve(delivered);
      });
    });
  }

  #onMessage(from: string, message: PeerMessage): void {
    const peer = this.#peers.get(from)?.peer;
    switch (message.kind) {
      case "hello":
        this.#forgetDemand(from);
        this.#greet(from);
        return;
      case "beat":
        return;
      case "media":
        peer?.setMedia(mediaOf(message));
        return;
      case "view":
        if (peer !== undefined) peer.demand = message.camera;
        this.#spread();
        return;
      case "signal":
        peer?.receive(message.signal);
        return;
      case "forward":
        this.#forward(from, message);
        return;
      case "chat":
        this.#options.onChat(from, message);
        return;
      case "server-back":
        this.#options.onServerBack();
        return;
      case "bye":
        this.#options.onBye(from);
        return;
    }
  }

  /** Their page may be a new one: what the old one last said, as it went out of sight, is over. */
  #forgetDemand(sid: string): void {
    const peer = this.#peers.get(sid)?.peer;
    if (peer === undefined || peer.demand === "normal") return;
    peer.demand = "normal";
    this.#spread();
  }

  /** A channel is open: what we say on it from now on builds on this. */
  #greet(sid: string): void {
    const peer = this.#peers.get(sid)?.peer;
    peer?.say({ kind: "media", ...this.#options.media.get() });
    const demand = this.#demands.get(sid);
    if (demand !== undefined) peer?.say({ kind: "view", camera: demand });
  }

  /** Carries a signal between two people whose own path is gone, one step, unread. */
  #forward(from: string, message: Extract<PeerMessage, { kind: "forward" }>): void {
    if (message.to === this.#options.self.sid) {
      if (message.from !== undefined) this.receive(message.from, message.signal);
      return;
    }
    const { to, signal } = message;
    this.#peers.get(to)?.peer.say({ kind: "forward", to, from, signal });
  }

  #tellAll(words: PeerWords): void {
    for (const { peer } of this.#peers.values()) peer.say(words);
  }

  #show(sid: string, view: PeerView): void {
    const before = this.#views.get().get(sid)?.presence;
    this.#views.update((views) => new Map(views).set(sid, view));
    if (before !== view.presence && this.isAlone) this.#lookAround().catch(this.#options.report);
  }

  /** Nobody is heard any more: that may be this machine's doing. */
  async #lookAround(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    const { hostAddresses } = this.#options.platform;
    const addresses = await hostAddresses().finally(() => (this.#looking = false));
    const moved = [...this.#peers.values()].filter(({ peer }) => peer.leaveLostAddress(addresses));
    if (moved.length > 0) this.#options.onMoved();
  }

  #measure(): void {
    const looks = [...this.#peers.values()].map(({ peer }) => peer.measure());
    Promise.all(looks).then(() => this.#spread(), this.#options.report);
  }

  #listen(): void {
    for (const { peer } of this.#peers.values()) peer.listen();
  }

  /** Gives every receiver what is theirs of the camera. */
  #spread(): void {
    const layers = this.#layers();
    for (const [sid, { peer }] of this.#peers) {
      const layer = layers.get(sid);
      if (layer !== undefined) peer.setLayer(layer);
    }
  }

  #layers(newcomer?: string): ReadonlyMap<string, Layer> {
    const receivers = [...this.#peers.values()].map(({ peer }) => peer);
    const all = newcomer === undefined ? receivers : [...receivers, { ...NEWCOMER, sid: newcomer }];
    return ladder(all.length + 1, all, budgetOf(all));
  }
}

const NEWCOMER = { demand: "normal", available: undefined, opening: true } as const;

function mediaOf({ audio, video, sharing }: MediaState): MediaState {
  return { audio, video, sharing };
}
