import type { TrackRole } from "@eyestalk/protocol";
import type { Layer } from "./ladder.ts";
import type { LocalTracks } from "./local/face.ts";
import type { PeerConnection } from "./platform.ts";

const KIND = {
  microphone: "audio",
  camera: "video",
  screen: "video",
  "screen-audio": "audio",
} as const;

/** These two lines are shared: each side sends its own over the same transceiver. */
const SHARED: readonly TrackRole[] = ["microphone", "camera"];
const OWN: readonly TrackRole[] = ["screen", "screen-audio"];

function trackOf(tracks: LocalTracks, role: TrackRole): MediaStreamTrack | undefined {
  return role === "screen-audio" ? tracks.screenAudio : tracks[role];
}

/**
 * Puts the own tracks on one connection. Microphone and camera have a line from the start, with or
 * without a device, so that turning them on and off needs no renegotiation. A screen gets its own
 * lines when it is shared.
 */
export class Senders {
  readonly #connection: PeerConnection;
  readonly #report: (error: unknown) => void;
  readonly #streams: { readonly camera: MediaStream; readonly screen: MediaStream };
  readonly #lines = new Map<TrackRole, RTCRtpTransceiver>();
  #tracks: LocalTracks = {};
  #layer: Layer | undefined;
  #parameters: Promise<void> = Promise.resolve();

  constructor(options: {
    readonly connection: PeerConnection;
    readonly createStream: () => MediaStream;
    readonly report: (error: unknown) => void;
  }) {
    this.#connection = options.connection;
    this.#report = options.report;
    this.#streams = { camera: options.createStream(), screen: options.createStream() };
  }

  /** The side that offers first: makes the two shared lines. */
  open(): void {
    for (const role of SHARED) this.#add(role);
  }

  /** The side that answers: sends over the shared lines the other side offered. */
  takeOffered(roleOf: (transceiver: RTCRtpTransceiver) => TrackRole | undefined): void {
    for (const transceiver of this.#connection.getTransceivers()) {
      const role = roleOf(transceiver);
      if (role === undefined || !SHARED.includes(role)) continue;
      const mine = this.#lines.get(role);
      if (mine === transceiver || (mine !== undefined && mine.mid !== null)) continue;
      mine?.stop(); // of an own offer that was taken back
      this.#lines.set(role, transceiver);
      transceiver.direction = "sendrecv";
      transceiver.sender.setStreams(this.#streams.camera);
      this.#replace(transceiver, trackOf(this.#tracks, role));
      this.#tune(role);
    }
  }

  /** Sends these tracks from now on. */
  sync(tracks: LocalTracks): void {
    this.#tracks = tracks;
    for (const role of SHARED) {
      const line = this.#lines.get(role);
      if (line !== undefined) this.#replace(line, trackOf(tracks, role));
    }
    for (const role of OWN) this.#syncOwn(role);
    this.#tune("camera"); // another camera may have another height
  }

  /** How much of the camera this receiver gets. */
  setLayer(layer: Layer): void {
    this.#layer = layer;
    this.#tune("camera");
  }

  /** What we send over which line, by mid. */
  roles(): Record<string, TrackRole> {
    const entries = [...this.#lines].flatMap(([role, { mid }]) =>
      mid === null ? [] : [[mid, role] as const],
    );
    return Object.fromEntries(entries);
  }

  #syncOwn(role: TrackRole): void {
    const track = trackOf(this.#tracks, role);
    const line = this.#lines.get(role);
    if (line === undefined) {
      if (track !== undefined) this.#add(role);
      return;
    }
    this.#replace(line, track);
    const direction = track === undefined ? "inactive" : "sendonly";
    if (line.direction !== direction) line.direction = direction;
  }

  #add(role: TrackRole): void {
    const track = trackOf(this.#tracks, role);
    const shared = SHARED.includes(role);
    const line = this.#connection.addTransceiver(track ?? KIND[role], {
      direction: shared ? "sendrecv" : "sendonly",
      streams: [shared ? this.#streams.camera : this.#streams.screen],
      ...(role === "camera" && this.#layer !== undefined
        ? { sendEncodings: [this.#encoding(this.#layer)] }
        : {}),
    });
    this.#lines.set(role, line);
    this.#tune(role);
  }

  #replace(line: RTCRtpTransceiver, track: MediaStreamTrack | undefined): void {
    if (line.sender.track === (track ?? null)) return;
    line.sender.replaceTrack(track ?? null).catch(this.#report);
  }

  #encoding(layer: Layer): RTCRtpEncodingParameters {
    const captured = this.#tracks.camera?.getSettings().height ?? layer.height;
    return {
      active: layer.active,
      maxBitrate: layer.maxBitrate,
      scaleResolutionDownBy: Math.max(1, captured / layer.height),
    };
  }

  /** Sets what a sender may spend; one change at a time, as getParameters/setParameters demand. */
  #tune(role: TrackRole): void {
    this.#parameters = this.#parameters
      .then(async () => {
        const sender = this.#lines.get(role)?.sender;
        const parameters = sender?.getParameters();
        const encoding = parameters?.encodings[0];
        if (sender === undefined || parameters === undefined || encoding === undefined) return;
        if (!this.#change(role, parameters, encoding)) return;
        await sender.setParameters(parameters);
      })
      .catch(this.#report);
  }

  /** False when everything is as it should be. */
  #change(
    role: TrackRole,
    parameters: RTCRtpSendParameters,
    encoding: RTCRtpEncodingParameters,
  ): boolean {
    const before = JSON.stringify([encoding, parameters.degradationPreference]);
    if (role === "microphone")
      Object.assign(encoding, { priority: "high", networkPriority: "high" });
    if (role === "screen") parameters.degradationPreference = "maintain-resolution";
    if (role === "camera" && this.#layer !== undefined) {
      Object.assign(encoding, this.#encoding(this.#layer));
    }
    return before !== JSON.stringify([encoding, parameters.degradationPreference]);
  }
}
