import type { MediaState, PeerMessage, PeerSignal, TrackRole } from "@eyestalk/protocol";
import { hostAddressOf } from "./fresh-network.ts";
import type { Layer } from "./ladder.ts";
import type { LocalTracks } from "./local/face.ts";
import { listenTo } from "./listening.ts";
import { Negotiator } from "./negotiator.ts";
import { PeerChannel } from "./peer-channel.ts";
import { prepare, type Prepared } from "./prepared.ts";
import type { Reserve } from "./reserve.ts";
import type { PeerConnection, Platform } from "./platform.ts";
import type { Senders } from "./senders.ts";
import { watch, type Store } from "./store.ts";

/** Both sides notice trouble at about the same time; one restart is enough for both. */
const RESTART_GAP_MS = 1_000;

/**
 * The first whole picture over a new path may lose a packet while paths still change; seen: asked for
 * again only 2 s later, since the round trip was last measured over the gap.
 */
const REFRESH_AGAIN_MS = 500;

export interface LinkOptions {
  readonly platform: Platform;
  readonly connectionId: string;
  readonly polite: boolean;
  /** This side makes the first offer. */
  readonly begins: boolean;
  readonly configuration: RTCConfiguration;
  /** Another connection before it broke: this one must not rely on what the page knows of the network. */
  readonly fresh: boolean;
  /** From the connection to the first question whether their media comes. */
  readonly firstLookMs: () => number;
  /** This person's name, told over the data channel. */
  readonly name: string;
  readonly tracks: Store<LocalTracks>;
  /** Connections with all their lines; taken from by who offers first. */
  readonly reserve: Reserve | undefined;
  readonly media: Store<MediaState>;
  readonly layer: Layer;
  readonly send: (signal: PeerSignal) => void;
  readonly onState: (state: RTCPeerConnectionState) => void;
  readonly onTrack: (role: TrackRole, track: MediaStreamTrack) => void;
  readonly onMedia: (state: MediaState) => void;
  readonly onMessage: (message: PeerMessage) => void;
  /** The other side ended the connection. */
  readonly onEnd: () => void;
  /** Descriptions have been exchanged, and ours is on its way. */
  readonly onNegotiated: () => void;
  readonly report: (error: unknown) => void;
}

/** One RTCPeerConnection and all that belongs to it, from the first offer to the end. */
export class Link {
  readonly channel: PeerChannel;
  readonly #connection: PeerConnection;
  readonly #negotiator: Negotiator;
  readonly #senders: Senders;
  readonly #options: LinkOptions;
  readonly #roles = new Map<string, TrackRole>();
  readonly #undo: (() => void)[];
  #cancelRefresh: () => void = () => undefined;
  #waiting: boolean;
  #connectionId: string;
  #answered = false;
  #speaksOurs = false;
  readonly #addresses = new Set<string>();
  #addressesOf: string | null = null;
  #heardMediaAt = 0;
  #lookFrom = Number.POSITIVE_INFINITY;
  #restartedAt = Number.NEGATIVE_INFINITY;
  #closed = false;

  constructor(options: LinkOptions) {
    const { platform, connectionId } = options;
    const { connection, channel, senders } = partsFor(options);
    this.#options = options;
    this.#connection = connection;
    this.#waiting = !options.begins;
    this.#connectionId = connectionId;
    this.#senders = senders;
    this.#negotiator = this.#negotiate(connection);
    this.channel = new PeerChannel({
      channel,
      clock: platform.clock,
      name: options.name,
      newId: platform.newId,
      onMessage: options.onMessage,
      onEnd: options.onEnd,
    });
    this.#undo = this.#listen(connection);
    this.#senders.setLayer(options.layer);
    this.#undo.push(watch(options.tracks, (tracks) => this.#senders.sync(tracks)));
    if (options.begins) this.#open();
  }

  /** Names this connection in every signal, on both sides. */
  get connectionId(): string {
    return this.#connectionId;
  }

  /** Takes the name the other side gave in the offer we waited for. */
  adopt(connectionId: string): void {
    this.#connectionId = connectionId;
  }

  /** Whether anything of the other side has come for this connection. */
  get answered(): boolean {
    return this.#answered;
  }

  /** The addresses of this machine that the connection was last built on, as far as the browser tells. */
  get addresses(): ReadonlySet<string> {
    return this.#addresses;
  }

  receive(signal: PeerSignal): void {
    this.#answered = true;
    if (signal.type === "offer-request") this.restartIce();
    else this.#negotiator.receive(signal);
  }

  /** Stops waiting for their offer and makes one. */
  begin(): void {
    if (!this.#waiting) return;
    this.#waiting = false;
    this.#open();
  }

  /**
   * Looks for new paths (RFC 8445, section 9); the media goes on meanwhile if it can. The polite
   * side asks the other one to offer: two restarts at once would make it roll its own back.
   */
  restartIce(): void {
    const { polite, platform, send } = this.#options;
    if (polite && this.#speaksOurs && this.#connection.remoteDescription !== null) {
      send({ type: "offer-request", connection_id: this.#connectionId, id: platform.newId() });
      return;
    }
    const now = platform.clock.now();
    if (now - this.#restartedAt < RESTART_GAP_MS) return;
    this.#restartedAt = now;
    if (!this.#negotiator.resend()) this.#connection.restartIce();
  }

  /** Says an unanswered offer again. */
  resend(): void {
    this.#negotiator.resend();
  }

  setLayer(layer: Layer): void {
    this.#senders.setLayer(layer);
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.#connection.setConfiguration(configuration);
  }

  /** The numbers of this connection (W3C webrtc-stats). */
  stats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  /**
   * Looks whether their media still comes, by the time its last packet was played. Each question
   * waits for the thread that media runs on, so the picture is asked only when no voice came.
   *
   * @returns loudness of their voice, 0 to 1; undefined when the browser does not say
   */
  listen(): number | undefined {
    if (this.#options.platform.clock.now() < this.#lookFrom) {
      this.channel.look();
      return undefined;
    }
    const voice = this.#lastPlayed("microphone");
    const comes = this.#isNew(voice) || this.#isNew(this.#lastPlayed("camera"));
    if (comes) this.channel.hearMedia();
    else this.channel.look();
    return voice?.audioLevel;
  }

  /** Sends no pictures to somebody who cannot be reached just now. */
  holdPictures(): void {
    this.#cancelRefresh();
    this.#senders.hold(true);
  }

  /** Sends pictures again, a whole one on the next occasion: what they lack, no later part can replace. */
  refreshPictures(): void {
    this.#senders.hold(false);
    this.#senders.refresh();
    this.#cancelRefresh();
    this.#cancelRefresh = this.#options.platform.clock.after(REFRESH_AGAIN_MS, () => {
      this.#senders.refresh();
    });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelRefresh();
    for (const undo of this.#undo.toReversed()) undo();
    this.channel.close();
    this.#connection.close();
  }

  /** The offer is asked for at once: `negotiationneeded` would come after the page's next drawing. */
  #open(): void {
    this.#senders.open();
    this.#negotiator.offer();
  }

  #negotiate(connection: PeerConnection): Negotiator {
    const { polite, platform, media, onMedia, report, send } = this.#options;
    return new Negotiator({
      connection,
      polite,
      connectionId: () => this.#connectionId,
      newId: platform.newId,
      context: () => ({ roles: this.#senders.roles(), media: media.get() }),
      send: (signal) => {
        if (!this.#closed) send(signal);
      },
      beforeRemote: (signal) => {
        for (const [mid, role] of Object.entries(signal.roles ?? {})) this.#roles.set(mid, role);
        if (signal.media !== undefined) onMedia(signal.media);
        this.#speaksOurs = signal.roles !== undefined;
        if (!this.#speaksOurs) this.#senders.showOneVideo();
      },
      beforeAnswer: () => {
        this.#waiting = false;
        this.#senders.takeOffered((transceiver) => this.#roleOf(transceiver));
      },
      report: (error) => {
        if (!this.#closed) report(error);
      },
    });
  }

  #listen(connection: PeerConnection): (() => void)[] {
    const { onState, onTrack } = this.#options;
    return [
      listenTo(connection, "negotiationneeded", () => {
        if (!this.#waiting) this.#negotiator.offer();
      }),
      listenTo(connection, "signalingstatechange", () => {
        if (connection.signalingState === "stable") this.#onStable();
      }),
      listenTo(connection, "connectionstatechange", () => {
        if (connection.connectionState === "connected") this.#onConnected();
        onState(connection.connectionState);
      }),
      listenTo(connection, "icecandidate", ({ candidate }) => this.#sendCandidate(candidate)),
      listenTo(connection, "track", ({ track, transceiver }) => {
        const role = this.#roleOf(transceiver);
        if (role !== undefined) onTrack(role, track);
      }),
    ];
  }

  #onStable(): void {
    this.#senders.negotiated();
    void this.#negotiator.settled().then(() => {
      if (!this.#closed) this.#options.onNegotiated();
    });
  }

  #onConnected(): void {
    const first = this.#options.platform.clock.now() + this.#options.firstLookMs();
    this.#lookFrom = Math.min(this.#lookFrom, first);
  }

  /** The source heard last on their line of that role (W3C webrtc, section 5.3). */
  #lastPlayed(role: TrackRole): RTCRtpSynchronizationSource | undefined {
    const line = this.#connection.getTransceivers().find((one) => this.#roleOf(one) === role);
    return line?.receiver.getSynchronizationSources()[0];
  }

  #isNew(source: RTCRtpSynchronizationSource | undefined): boolean {
    if (source === undefined || source.timestamp <= this.#heardMediaAt) return false;
    this.#heardMediaAt = source.timestamp;
    return true;
  }

  #sendCandidate(candidate: RTCIceCandidate | null): void {
    // The end of candidates is not told: nothing waits for it, and a 2022 client stumbles over it.
    if (candidate === null || candidate.candidate === "") return;
    // Two that only open connections never meet (RFC 6544, section 6.2); one that listens sees who comes.
    if (candidate.tcpType === "active") return;
    this.#noteAddress(candidate);
    const { platform, send } = this.#options;
    send({
      type: "new-ice-candidate",
      candidate: plain(candidate),
      connection_id: this.#connectionId,
      id: platform.newId(),
    });
  }

  /** Each restart looks for addresses anew. */
  #noteAddress(candidate: RTCIceCandidate): void {
    if (candidate.usernameFragment !== this.#addressesOf) this.#addresses.clear();
    this.#addressesOf = candidate.usernameFragment;
    const address = hostAddressOf(candidate);
    if (address !== undefined) this.#addresses.add(address);
  }

  #roleOf({ mid, receiver }: RTCRtpTransceiver): TrackRole | undefined {
    if (mid === null) return undefined;
    if (this.#roles.size > 0) return this.#roles.get(mid);
    return receiver.track.kind === "audio" ? "microphone" : "camera"; // a 2022 client tells no roles
  }
}

function partsFor(options: LinkOptions): Prepared {
  const { begins, configuration, fresh, platform, report, reserve } = options;
  const ready = begins && !fresh ? reserve?.take(configuration) : undefined;
  if (ready !== undefined) return ready;
  const create = fresh ? platform.createFreshConnection : platform.createConnection;
  const { createStream } = platform;
  return prepare(create(configuration), { createStream, report });
}

function plain({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: RTCIceCandidate): {
  candidate: string;
  sdpMid: string | null;
  sdpMLineIndex: number | null;
  usernameFragment: string | null;
} {
  return { candidate, sdpMid, sdpMLineIndex, usernameFragment };
}
