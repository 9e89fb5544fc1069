/* oxlint-disable typescript/no-unsafe-type-assertion -- a fake stands in for a browser's class */
import { FakeTrack } from "./fake-media.ts";

/** One line of a connection. */
export class FakeTransceiver {
  readonly kind: "audio" | "video";
  readonly sender: FakeSender;
  readonly receiver: {
    readonly track: MediaStreamTrack;
    readonly getSynchronizationSources: () => unknown[];
  };
  mid: string | null = null;
  currentDirection: RTCRtpTransceiverDirection | null = null;
  stopped = false;
  /** Whether its track has been announced since it last began to receive. */
  announced = false;
  readonly #changed: () => void;
  #direction: RTCRtpTransceiverDirection;

  constructor(
    kind: "audio" | "video",
    direction: RTCRtpTransceiverDirection,
    options: {
      readonly track: MediaStreamTrack | null;
      readonly changed: () => void;
      readonly played: () => number;
    },
  ) {
    this.kind = kind;
    this.sender = new FakeSender(options.track);
    this.receiver = {
      track: new FakeTrack(kind).asTrack(),
      getSynchronizationSources: () => [
        { source: 1, rtpTimestamp: 1, timestamp: options.played() },
      ],
    };
    this.#direction = direction;
    this.#changed = options.changed;
  }

  get direction(): RTCRtpTransceiverDirection {
    return this.#direction;
  }

  set direction(direction: RTCRtpTransceiverDirection) {
    if (direction === this.#direction) return;
    this.#direction = direction;
    this.#changed();
  }

  get sends(): boolean {
    return !this.stopped && this.#direction.startsWith("send");
  }

  stop(): void {
    this.stopped = true;
    this.#changed();
  }

  asTransceiver(): RTCRtpTransceiver {
    return this as unknown as RTCRtpTransceiver;
  }
}

/** What one line sends, and with what parameters. */
export class FakeSender {
  track: MediaStreamTrack | null;
  keyFrames = 0;
  parameters = {
    encodings: [{}] as object[],
    transactionId: "",
    codecs: [],
    headerExtensions: [],
    rtcp: {},
  };

  constructor(track: MediaStreamTrack | null) {
    this.track = track;
  }

  replaceTrack(track: MediaStreamTrack | null): Promise<void> {
    this.track = track;
    return Promise.resolve();
  }

  setStreams(): void {
    // nothing to remember: roles travel beside the description
  }

  getParameters(): RTCRtpSendParameters {
    return structuredClone(this.parameters);
  }

  setParameters(
    parameters: RTCRtpSendParameters,
    options: { readonly encodingOptions?: readonly { readonly keyFrame?: boolean }[] } = {},
  ): Promise<void> {
    if (options.encodingOptions?.[0]?.keyFrame === true) this.keyFrames += 1;
    this.parameters = structuredClone(parameters) as unknown as typeof this.parameters;
    return Promise.resolve();
  }
}
