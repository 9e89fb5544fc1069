import type { TrackRole } from "@eyestalk/protocol";
import type { Layer } from "./ladder.ts";
import type { LocalTracks } from "./local/face.ts";
import type { PeerConnection } from "./platform.ts";

const KINDS = {
  microphone: "audio",
  camera: "video",
  screen: "video",
  "screen-audio": "audio",
} as const;

const ROLES: readonly TrackRole[] = ["microphone", "camera", "screen", "screen-audio"];

/**
 * Puts the own tracks on one connection. Every role has its line from the first offer on, in both
 * directions, with or without something to send: camera, mute and screen share never need a
 * negotiation. That is not only faster. Two offers at once mean that one is rolled back, and after
 * a rollback Chromium's video elements stay frozen (seen with 156).
 */
export class Senders {
  readonly #connection: PeerConnection;
  readonly #report: (error: unknown) => void;
  readonly #stream: MediaStream;
  readonly #lines = new Map<TrackRole, RTCRtpTransceiver>();
  #tracks: LocalTracks = {};
  #layer: Layer | undefined;
  #parameters: Promise<void> = Promise.resolve();
  /** What each sender was last told: asking it means waiting for the thread that media runs on. */
  readonly #told = new Map<RTCRtpSender, string>();
  #oneVideo = false;
  #isHeld = false;

  constructor(options: {
    readonly connection: PeerConnection;
    readonly createStream: () => MediaStream;
    readonly report: (error: unknown) => void;
  }) {
    this.#connection = options.connection;
    this.#report = options.report;
    this.#stream = options.createStream();
  }

  /** The side that offers first: makes the lines. */
  open(): void {
    if (this.#lines.size > 0) return; // of the reserve
    for (const role of ROLES) this.#add(role);
  }

  /** The side that answers: sends over the lines the other side offered. */
  takeOffered(roleOf: (transceiver: RTCRtpTransceiver) => TrackRole | undefined): void {
    for (const transceiver of this.#connection.getTransceivers()) {
      const role = roleOf(transceiver);
      const mine = role === undefined ? undefined : this.#lines.get(role);
      if (role === undefined || mine === transceiver || typeof mine?.mid === "string") continue;
      mine?.stop(); // of an own offer that was taken back
      this.#lines.set(role, transceiver);
      transceiver.direction = "sendrecv";
      transceiver.sender.setStreams(this.#stream);
    }
    for (const [role, { mid }] of this.#lines) {
      if (mid !== null) continue;
      this.#lines.get(role)?.stop();
      this.#lines.delete(role); // they offered no such line, so we have none
    }
    this.sync(this.#tracks);
  }

  /** The descriptions are agreed: from here on the browser lets us set parameters. */
  negotiated(): void {
    this.#tunePictures();
  }

  /** The other side is a client of 2022: it shows one picture per person, a shared screen in its place. */
  showOneVideo(): void {
    this.#oneVideo = true;
    this.sync(this.#tracks);
  }

  /** Sends these tracks from now on. */
  sync(tracks: LocalTracks): void {
    this.#tracks = tracks;
    for (const [role, line] of this.#lines) {
      const track = this.#trackFor(role) ?? null;
      if (line.sender.track !== track) line.sender.replaceTrack(track).catch(this.#report);
    }
    this.#tunePictures(); // another camera may have another height
  }

  /** How much of the camera this receiver gets. */
  setLayer(layer: Layer): void {
    this.#layer = layer;
    this.#tune("camera");
    this.#tune("microphone"); // not at once: nothing is lost while there is no crowd on the line yet
  }

  /**
   * Sends no pictures for a while, or sends them again. What went to somebody who could not be reached
   * is asked for again when they can, and comes too late: the receiver takes the line for seconds
   * slower than it is and shows new pictures that much later (seen with Chromium 156: 2 s).
   * Who sends no voice goes on with pictures: words over the channel wait longer and longer for each
   * other (RFC 9260, section 6.3.3), and something must say that the path is back.
   */
  hold(isHeld: boolean): void {
    const holds = isHeld && this.#tracks.microphone !== undefined;
    if (holds === this.#isHeld) return;
    this.#isHeld = holds;
    this.#tunePictures();
  }

  /**
   * Makes the next pictures whole ones (key frames). A receiver that missed some asks for one only
   * 3 s after the last picture it could show (Chromium 156).
   */
  refresh(): void {
    this.#tunePictures({ keyFrame: true });
  }

  /** What we send over which line, by mid. */
  roles(): Record<string, TrackRole> {
    const entries = [...this.#lines].flatMap(([role, { mid }]) =>
      mid === null ? [] : [[mid, role] as const],
    );
    return Object.fromEntries(entries);
  }

  #trackFor(role: TrackRole): MediaStreamTrack | undefined {
    const { screen, camera, screenAudio, microphone } = this.#tracks;
    switch (role) {
      case "microphone":
        return microphone;
      case "camera":
        return this.#oneVideo ? (screen ?? camera) : camera;
      case "screen":
        return this.#oneVideo ? undefined : screen;
      case "screen-audio":
        return screenAudio;
    }
  }

  #add(role: TrackRole): void {
    const wanted = this.#wanted(role);
    const line = this.#connection.addTransceiver(this.#trackFor(role) ?? KINDS[role], {
      direction: "sendrecv",
      // One stream for all: a 2022 client shows the first picture of the last stream it was given.
      streams: [this.#stream],
      sendEncodings: [wanted],
    });
    this.#lines.set(role, line);
    if (role !== "screen") this.#told.set(line.sender, JSON.stringify(wanted));
  }

  #encoding(layer: Layer): RTCRtpEncodingParameters {
    const captured = this.#tracks.camera?.getSettings().height ?? layer.height;
    return {
      active: layer.active,
      maxBitrate: layer.maxBitrate,
      scaleResolutionDownBy: Math.max(1, captured / layer.height),
    };
  }

  #tunePictures(options?: EncodingOptions): void {
    this.#tune("camera", options);
    if (this.#trackFor("screen") !== undefined) this.#tune("screen", options);
  }

  /** Sets what a sender may spend; one change at a time, as getParameters/setParameters demand. */
  #tune(role: TrackRole, options?: EncodingOptions): void {
    this.#parameters = this.#parameters
      .then(async () => {
        if (this.#connection.signalingState !== "stable") return; // `negotiated` will come
        const line = this.#lines.get(role);
        if (line === undefined || line.mid === null) return;
        const { sender } = line;
        const wanted = this.#wanted(role);
        const words = JSON.stringify(wanted);
        if (options === undefined && this.#told.get(sender) === words) return;
        const parameters = sender.getParameters();
        const encoding = parameters.encodings[0];
        if (encoding === undefined) return;
        Object.assign(encoding, wanted);
        if (role === "screen") parameters.degradationPreference = "maintain-resolution";
        await sender.setParameters(parameters, encodingOptions(options));
        this.#told.set(sender, words);
      })
      .catch(this.#report);
  }

  /** How that role is to be encoded; empty: as the browser likes. */
  #wanted(role: TrackRole): RTCRtpEncodingParameters {
    switch (role) {
      case "microphone":
        return { priority: "high", networkPriority: "high" };
      case "camera":
        return this.#layer === undefined || this.#sharesOverCamera()
          ? {}
          : this.#encoding({ ...this.#layer, active: this.#layer.active && !this.#isHeld });
      case "screen":
        return { active: !this.#isHeld };
      case "screen-audio":
        return {};
    }
  }

  #sharesOverCamera(): boolean {
    return this.#oneVideo && this.#tracks.screen !== undefined;
  }
}

/** W3C webrtc-extensions, RTCEncodingOptions. Browsers that lack it ignore it. */
interface EncodingOptions {
  readonly keyFrame: boolean;
}

/** In the shape `setParameters` takes; TypeScript's library has the type without its fields. */
function encodingOptions(options: EncodingOptions | undefined): RTCSetParameterOptions {
  return options === undefined ? {} : { encodingOptions: [options] };
}
