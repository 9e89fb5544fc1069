import { listen } from "../listening.ts";
import { createStore, type Store } from "../store.ts";
import { stateOfError } from "./devices.ts";
import type { DeviceState } from "./face.ts";

export type CaptureKind = "camera" | "microphone";

/** What happened to a device that was in use. `label` names the one that stands in. */
export interface CaptureNotice {
  readonly kind: `${CaptureKind}-replaced` | `${CaptureKind}-lost`;
  readonly label: string;
}

export interface CaptureOptions {
  readonly kind: CaptureKind;
  /** getUserMedia; undefined where the page may not use devices at all. */
  readonly ask: ((constraints: MediaStreamConstraints) => Promise<MediaStream>) | undefined;
  readonly onNotice: (notice: CaptureNotice) => void;
}

const HINT = { camera: "motion", microphone: "speech" } as const;

/** Asks for what a call needs: 720p at 30, one cleaned voice. */
export function constraintsFor(kind: CaptureKind, id?: string): MediaTrackConstraints {
  const device = id === undefined ? {} : { deviceId: { exact: id } };
  return kind === "camera"
    ? {
        ...device,
        width: { ideal: 1280 },
        height: { ideal: 720 },
        frameRate: { ideal: 30, max: 30 },
      }
    : { ...device, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
}

/** One camera or one microphone: opened, replaced when it goes, let go of when it is turned off. */
export class Capture {
  readonly #options: CaptureOptions;
  readonly #state = createStore<DeviceState>("off");
  readonly #track = createStore<MediaStreamTrack | undefined>(undefined);
  #undo: (() => void)[] = [];
  #queue: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: CaptureOptions) {
    this.#options = options;
  }

  get state(): Store<DeviceState> {
    return this.#state;
  }

  get track(): Store<MediaStreamTrack | undefined> {
    return this.#track;
  }

  /** Opens that device, or any other if it cannot be had. Never rejects. */
  open(id?: string): Promise<void> {
    return this.#then(() => this.#open(id));
  }

  /** Takes a track that was opened together with another one. */
  adopt(track: MediaStreamTrack): void {
    if (this.#closed) {
      track.stop();
      return;
    }
    const before = this.#release();
    track.contentHint = HINT[this.#options.kind];
    this.#undo = [
      listen(track, "ended", () => void this.#then(() => this.#replaceLost())),
      // A phone call or the system takes the device for a while and gives it back.
      listen(track, "mute", () => this.#state.set("in-use")),
      listen(track, "unmute", () => this.#state.set(track.enabled ? "on" : "off")),
    ];
    this.#track.set(track);
    this.#state.set("on");
    before?.stop();
  }

  /** Says that the person is being asked. */
  starting(): void {
    this.#state.set("starting");
  }

  /** Silences or opens what stays captured. */
  enable(enabled: boolean): void {
    const track = this.#track.get();
    if (track === undefined) return;
    track.enabled = enabled;
    this.#state.set(enabled ? "on" : "off");
  }

  /** Lets go of the device: its light goes out. */
  stop(): Promise<void> {
    return this.#then(() => {
      this.#end("off");
      return Promise.resolve();
    });
  }

  /** A device came or went: one that was lost or was never there may be had now. */
  devicesChanged(): Promise<void> {
    return this.#then(async () => {
      if (this.#state.get() !== "ended") return;
      await this.#open();
      const found = this.#track.get();
      if (found === undefined) this.#state.set("ended");
      else this.#options.onNotice({ kind: `${this.#options.kind}-replaced`, label: found.label });
    });
  }

  close(): void {
    this.#closed = true;
    this.#end("off");
  }

  async #open(id?: string): Promise<void> {
    const { ask } = this.#options;
    this.#state.set("starting");
    try {
      if (ask === undefined) throw new TypeError("no devices in an insecure page");
      this.adopt(await this.#request(ask, id));
    } catch (error) {
      this.#end(stateOfError(error));
    }
  }

  /** That device; if it cannot be had, whichever the browser gives. */
  async #request(
    ask: NonNullable<CaptureOptions["ask"]>,
    id: string | undefined,
  ): Promise<MediaStreamTrack> {
    const { kind } = this.#options;
    const one = async (wanted?: string): Promise<MediaStreamTrack> => {
      const constraints = constraintsFor(kind, wanted);
      const stream = await ask(kind === "camera" ? { video: constraints } : { audio: constraints });
      const track = stream.getTracks()[0];
      if (track === undefined) throw new DOMException("an empty stream", "NotFoundError");
      return track;
    };
    if (id === undefined) return one();
    try {
      return await one(id);
    } catch (error) {
      if (stateOfError(error) === "denied") throw error;
      const other = await one();
      this.#options.onNotice({ kind: `${kind}-replaced`, label: other.label });
      return other;
    }
  }

  async #replaceLost(): Promise<void> {
    const { kind, onNotice } = this.#options;
    const wasEnabled = this.#track.get()?.enabled === true;
    this.#end("ended");
    await this.#open();
    const other = this.#track.get();
    if (other === undefined) {
      this.#state.set("ended");
      onNotice({ kind: `${kind}-lost`, label: "" });
      return;
    }
    if (!wasEnabled) this.enable(false); // whoever was muted stays muted
    onNotice({ kind: `${kind}-replaced`, label: other.label });
  }

  #end(state: DeviceState): void {
    this.#release()?.stop();
    this.#track.set(undefined);
    this.#state.set(state);
  }

  #release(): MediaStreamTrack | undefined {
    for (const undo of this.#undo.splice(0)) undo();
    return this.#track.get();
  }

  #then(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(() => (this.#closed ? undefined : step()));
    return this.#queue;
  }
}
