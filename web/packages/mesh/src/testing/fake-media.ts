/* oxlint-disable typescript/no-unsafe-type-assertion -- a fake stands in for a browser's class */

let made = 0;

/** A track with a memory. */
export class FakeTrack extends EventTarget {
  readonly id = `track-${(made += 1)}`;
  readonly kind: "audio" | "video";
  readonly label: string;
  readonly deviceId: string;
  enabled = true;
  muted = false;
  contentHint = "";
  readyState: "live" | "ended" = "live";

  constructor(
    kind: "audio" | "video",
    device: { readonly id?: string; readonly label?: string } = {},
  ) {
    super();
    this.kind = kind;
    this.deviceId = device.id ?? "default";
    this.label = device.label ?? "";
  }

  getSettings(): MediaTrackSettings {
    return this.kind === "video"
      ? { deviceId: this.deviceId, height: 720 }
      : { deviceId: this.deviceId };
  }

  stop(): void {
    this.readyState = "ended";
  }

  /** The device is unplugged. */
  unplug(): void {
    this.readyState = "ended";
    this.dispatchEvent(new Event("ended"));
  }

  setMuted(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? "mute" : "unmute"));
  }

  asTrack(): MediaStreamTrack {
    return this as unknown as MediaStreamTrack;
  }
}

/** A stream that only holds its tracks. */
export class FakeStream {
  readonly id = `stream-${(made += 1)}`;
  readonly #tracks = new Set<MediaStreamTrack>();

  constructor(tracks: readonly MediaStreamTrack[] = []) {
    for (const track of tracks) this.#tracks.add(track);
  }

  getTracks(): MediaStreamTrack[] {
    return [...this.#tracks];
  }
  getAudioTracks(): MediaStreamTrack[] {
    return this.getTracks().filter(({ kind }) => kind === "audio");
  }
  getVideoTracks(): MediaStreamTrack[] {
    return this.getTracks().filter(({ kind }) => kind === "video");
  }
  addTrack(track: MediaStreamTrack): void {
    this.#tracks.add(track);
  }
  removeTrack(track: MediaStreamTrack): void {
    this.#tracks.delete(track);
  }

  asStream(): MediaStream {
    return this as unknown as MediaStream;
  }
}

export interface FakeDevice {
  readonly kind: "videoinput" | "audioinput";
  readonly id: string;
  readonly label: string;
  /** The name of the error that opening it gives, if any. */
  trouble?: string;
}

/** navigator.mediaDevices over a list that a test may change. */
export class FakeDevices extends EventTarget {
  readonly opened: FakeTrack[] = [];
  devices: FakeDevice[];
  /** The error of getDisplayMedia, if any. */
  screenTrouble: string | undefined;

  constructor(devices: FakeDevice[]) {
    super();
    this.devices = devices;
  }

  readonly getUserMedia = async (constraints: MediaStreamConstraints): Promise<MediaStream> => {
    await Promise.resolve();
    const tracks = [
      ...(constraints.audio === undefined ? [] : [this.#open("audioinput", constraints.audio)]),
      ...(constraints.video === undefined ? [] : [this.#open("videoinput", constraints.video)]),
    ];
    this.opened.push(...tracks);
    return new FakeStream(tracks.map((track) => track.asTrack())).asStream();
  };

  readonly getDisplayMedia = async (): Promise<MediaStream> => {
    await Promise.resolve();
    if (this.screenTrouble !== undefined) throw new DOMException("screen", this.screenTrouble);
    const track = new FakeTrack("video", { id: "screen", label: "screen" });
    this.opened.push(track);
    return new FakeStream([track.asTrack()]).asStream();
  };

  readonly enumerateDevices = (): Promise<MediaDeviceInfo[]> =>
    Promise.resolve(
      this.devices.map(({ kind, id, label }) => ({
        kind,
        deviceId: id,
        label,
        groupId: "",
        toJSON: () => undefined,
      })),
    );

  /** A device goes: its tracks end, the page is told. */
  unplug(id: string): void {
    this.devices = this.devices.filter((device) => device.id !== id);
    for (const track of this.opened) if (track.deviceId === id) track.unplug();
    this.dispatchEvent(new Event("devicechange"));
  }

  plug(device: FakeDevice): void {
    this.devices = [...this.devices, device];
    this.dispatchEvent(new Event("devicechange"));
  }

  asDevices(): MediaDevices {
    return this as unknown as MediaDevices;
  }

  #open(kind: FakeDevice["kind"], wanted: boolean | MediaTrackConstraints): FakeTrack {
    const wish = typeof wanted === "object" ? wanted.deviceId : undefined;
    const exact = typeof wish === "object" && "exact" in wish ? wish.exact : undefined;
    const found = this.devices.find(
      (one) => one.kind === kind && (exact === undefined || one.id === exact),
    );
    if (found === undefined) {
      throw new DOMException(
        "none",
        exact === undefined ? "NotFoundError" : "OverconstrainedError",
      );
    }
    if (found.trouble !== undefined) throw new DOMException("trouble", found.trouble);
    return new FakeTrack(kind === "videoinput" ? "video" : "audio", found);
  }
}
