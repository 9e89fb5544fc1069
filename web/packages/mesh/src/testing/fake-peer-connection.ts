/* oxlint-disable typescript/no-unsafe-type-assertion -- a fake stands in for a browser's class */
import type { PeerConnection } from "../platform.ts";
import { FakeChannel } from "./fake-channel.ts";
import type { FakeNetwork } from "./fake-network.ts";
import { FakeTransceiver } from "./fake-transceiver.ts";

interface Section {
  readonly mid: string;
  readonly kind: "audio" | "video";
  readonly sends: boolean;
}

interface Body {
  readonly pc: string;
  readonly ufrag: string;
  /** The description holds its candidates: it was read after they were found. */
  readonly gathered?: boolean;
  readonly sections: readonly Section[];
}

/** RTCPeerConnection as far as the engine sees it: descriptions, lines, channels, restarts. */
export class FakePeerConnection extends EventTarget {
  readonly id: string;
  readonly owner: string;
  readonly channels: FakeChannel[] = [];
  signalingState: RTCSignalingState = "stable";
  connectionState: RTCPeerConnectionState = "new";
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  configuration: RTCConfiguration;
  restarts = 0;
  /** It was made with the network of that very moment. */
  fresh = false;
  readonly #network: FakeNetwork;
  readonly #lines: FakeTransceiver[] = [];
  #beforeOffer: RTCSessionDescriptionInit | null = null;
  #negotiated: string | undefined;
  #asked = false;
  #ufrag = 1;
  #restartWanted = false;
  #played = 0;
  #candidates = new Set<string>();
  #stats: (readonly [string, unknown])[] = [];

  constructor(network: FakeNetwork, owner: string, configuration: RTCConfiguration = {}) {
    super();
    this.#network = network;
    this.owner = owner;
    this.configuration = configuration;
    this.id = network.register(this);
  }

  addTransceiver(
    source: MediaStreamTrack | string,
    init: RTCRtpTransceiverInit = {},
  ): FakeTransceiver {
    const track = typeof source === "string" ? null : source;
    const kind = (typeof source === "string" ? source : source.kind) as "audio" | "video";
    const line = new FakeTransceiver(kind, init.direction ?? "sendrecv", {
      track,
      changed: () => this.#askForNegotiation(),
      played: () => this.#lastPlayed(),
    });
    if (init.sendEncodings !== undefined) {
      line.sender.parameters.encodings = structuredClone(init.sendEncodings);
    }
    this.#lines.push(line);
    this.#askForNegotiation();
    return line;
  }

  createDataChannel(_label: string, init: RTCDataChannelInit = {}): FakeChannel {
    const channel = new FakeChannel(this, init.id ?? 0);
    this.channels.push(channel);
    this.#askForNegotiation();
    return channel;
  }

  getTransceivers(): FakeTransceiver[] {
    return this.#lines.filter(({ stopped }) => !stopped);
  }

  async setLocalDescription(): Promise<void> {
    await Promise.resolve();
    this.#mustBeOpen();
    if (this.signalingState === "have-remote-offer") {
      this.#setLocal("answer");
      this.#becomeStable();
      return;
    }
    if (this.#restartWanted) this.#ufrag += 1;
    this.#restartWanted = false;
    for (const line of this.getTransceivers()) line.mid ??= this.#nextMid();
    this.#beforeOffer = this.localDescription;
    this.#setLocal("offer");
    this.signalingState = "have-local-offer";
  }

  async setRemoteDescription({ type, sdp }: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve();
    this.#mustBeOpen();
    const body = JSON.parse(sdp ?? "") as Body;
    if (type === "offer") this.#takeOffer(body);
    else if (this.signalingState !== "have-local-offer") {
      throw new DOMException("an answer to no offer", "InvalidStateError");
    }
    if (body.gathered === true) this.#candidates.add(body.ufrag);
    this.remoteDescription = { type, ...(sdp === undefined ? {} : { sdp }) };
    this.#announce(body);
    if (type === "answer") this.#becomeStable();
  }

  async addIceCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    await Promise.resolve();
    const remote = this.#remoteBody();
    if (remote === undefined) throw new DOMException("no description", "InvalidStateError");
    if (candidate?.usernameFragment !== remote.ufrag) {
      throw new DOMException("of another description", "OperationError");
    }
    this.#candidates.add(remote.ufrag);
    this.#network.tryConnect(this);
  }

  restartIce(): void {
    this.restarts += 1;
    this.#restartWanted = true;
    this.#askForNegotiation();
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.configuration = configuration;
  }

  getStats(): Promise<RTCStatsReport> {
    return Promise.resolve(new Map(this.#stats) as unknown as RTCStatsReport);
  }

  /** What getStats will say. */
  setStats(entries: readonly (readonly [string, unknown])[]): void {
    this.#stats = [...entries];
  }

  close(): void {
    for (const channel of this.channels) channel.close();
    this.signalingState = "closed";
    this.connectionState = "closed";
  }

  asConnection(): PeerConnection {
    return this as unknown as PeerConnection;
  }

  /** The other end, by what the descriptions say. */
  partner(): FakePeerConnection | undefined {
    const id = this.#remoteBody()?.pc;
    return this.#network.connections.find(
      (one) => one.id === id && one.connectionState !== "closed",
    );
  }

  reaches(other: FakePeerConnection): boolean {
    return !this.#network.isCut(this.owner, other.owner);
  }

  isReady(): boolean {
    const remote = this.#remoteBody();
    return (
      this.signalingState === "stable" && remote !== undefined && this.#candidates.has(remote.ufrag)
    );
  }

  become(state: RTCPeerConnectionState): void {
    if (this.connectionState === state || this.connectionState === "closed") return;
    this.connectionState = state;
    this.dispatchEvent(new Event("connectionstatechange"));
  }

  /** Goes on with each look while media comes. */
  #lastPlayed(): number {
    const other = this.partner();
    const comes = other !== undefined && this.reaches(other) && this.#network.mediaFlows;
    if (comes && this.connectionState === "connected") this.#played = this.#network.nextNumber();
    return this.#played;
  }

  #takeOffer(body: Body): void {
    if (this.signalingState === "have-local-offer") this.#rollBack();
    this.signalingState = "have-remote-offer";
    for (const { mid, kind } of body.sections) {
      if (this.#lines.some((line) => line.mid === mid)) continue;
      const line = new FakeTransceiver(kind, "recvonly", {
        track: null,
        changed: () => this.#askForNegotiation(),
        played: () => this.#lastPlayed(),
      });
      line.mid = mid;
      this.#lines.push(line);
    }
  }

  #rollBack(): void {
    const settled = new Set(this.#settledMids());
    for (const line of this.#lines) {
      if (line.mid !== null && !settled.has(line.mid)) line.mid = null;
    }
    this.localDescription = this.#beforeOffer;
    this.signalingState = "stable";
  }

  #settledMids(): string[] {
    const sdp = this.#beforeOffer?.sdp;
    return sdp === undefined ? [] : (JSON.parse(sdp) as Body).sections.map(({ mid }) => mid);
  }

  #announce({ sections }: Body): void {
    for (const { mid, sends } of sections) {
      const line = this.#lines.find((one) => one.mid === mid);
      if (line === undefined) continue;
      if (sends && !line.announced) {
        const event = Object.assign(new Event("track"), {
          track: line.receiver.track,
          transceiver: line,
          streams: [],
        });
        this.dispatchEvent(event);
      }
      line.announced = sends;
    }
  }

  #setLocal(type: "offer" | "answer"): void {
    const ufrag = `${this.id}/${this.#ufrag}`;
    const sections = this.getTransceivers().flatMap(({ mid, kind, sends }) =>
      mid === null ? [] : [{ mid, kind, sends }],
    );
    this.localDescription = { type, sdp: JSON.stringify({ pc: this.id, ufrag, sections }) };
    setImmediate(() => this.#gather(ufrag)); // a task of its own, as in a browser
  }

  #gather(ufrag: string): void {
    if (this.connectionState === "closed") return;
    if (this.connectionState === "new") this.become("connecting");
    const local = this.localDescription;
    const body = JSON.parse(local?.sdp ?? "{}") as Body;
    if (local !== null && body.ufrag === ufrag) {
      this.localDescription = { ...local, sdp: JSON.stringify({ ...body, gathered: true }) };
    }
    const candidate = {
      candidate: "candidate:1",
      sdpMid: "0",
      sdpMLineIndex: 0,
      usernameFragment: ufrag,
      type: "host",
      address: this.#network.addressOf(this.owner),
    };
    this.dispatchEvent(Object.assign(new Event("icecandidate"), { candidate }));
  }

  #becomeStable(): void {
    this.signalingState = "stable";
    this.dispatchEvent(new Event("signalingstatechange"));
    this.#negotiated = this.#fingerprint();
    this.#network.tryConnect(this);
    this.#asked = false;
    if (this.#restartWanted || this.#needsNegotiation()) this.#askForNegotiation();
  }

  #needsNegotiation(): boolean {
    return (
      this.getTransceivers().some(({ mid }) => mid === null) ||
      this.#negotiated !== this.#fingerprint()
    );
  }

  #fingerprint(): string {
    return JSON.stringify(this.getTransceivers().map(({ mid, direction }) => [mid, direction]));
  }

  #askForNegotiation(): void {
    if (this.#asked) return;
    this.#asked = true;
    queueMicrotask(() => {
      if (this.connectionState === "closed" || this.signalingState !== "stable") return;
      this.dispatchEvent(new Event("negotiationneeded"));
      this.#asked = false;
    });
  }

  #remoteBody(): Body | undefined {
    const sdp = this.remoteDescription?.sdp;
    return sdp === undefined ? undefined : (JSON.parse(sdp) as Body);
  }

  #nextMid(): string {
    const used = this.#lines.flatMap(({ mid }) => (mid === null ? [] : [Number(mid)]));
    return String(Math.max(-1, ...used) + 1);
  }

  #mustBeOpen(): void {
    if (this.connectionState === "closed") throw new DOMException("closed", "InvalidStateError");
  }
}
