import { systemClock, type Clock } from "../clock.ts";
import { listen } from "../listening.ts";
import type { Result } from "../result.ts";
import { createStore, watch, type Store } from "../store.ts";
import { Capture, constraintsFor, type CaptureNotice } from "./capture.ts";
import { listDevices, NO_DEVICES } from "./devices.ts";
import type {
  ChosenDevices,
  DeviceList,
  DeviceState,
  LocalMedia,
  LocalTracks,
  MediaNotice,
  OpenMedia,
  ScreenProblem,
} from "./face.ts";
import { createAudioMeter, type CreateMeter, type Meter } from "./meter.ts";
import { ScreenCapture } from "./screen-capture.ts";

const LEVEL_EVERY_MS = 100;

/** What the local media needs of the browser; tests hand in fakes. */
export interface MediaPlatform {
  /** Undefined in a page that is no secure context. */
  readonly devices: MediaDevices | undefined;
  readonly clock: Clock;
  readonly createStream: (tracks: MediaStreamTrack[]) => MediaStream;
  readonly createMeter: CreateMeter;
}

/** Makes the local media of one page. Nothing is opened yet. */
export function createLocalMedia(platform: MediaPlatform = browserMedia()): LocalMedia {
  return new DeviceMedia(platform);
}

function browserMedia(): MediaPlatform {
  // TypeScript promises it, an insecure page lacks it.
  const devices = "mediaDevices" in navigator ? navigator.mediaDevices : undefined;
  return {
    devices,
    clock: systemClock,
    createStream: (tracks) => new MediaStream(tracks),
    createMeter: createAudioMeter,
  };
}

class DeviceMedia implements LocalMedia {
  readonly #platform: MediaPlatform;
  readonly #camera: Capture;
  readonly #microphone: Capture;
  readonly #screen: ScreenCapture;
  readonly #devices = createStore<DeviceList>(NO_DEVICES);
  readonly #chosen = createStore<ChosenDevices>({});
  readonly #level = createStore(0);
  readonly #preview = createStore<MediaStream | undefined>(undefined);
  readonly #notice = createStore<MediaNotice | undefined>(undefined);
  readonly #tracks = createStore<LocalTracks>({});
  readonly #undo: (() => void)[];
  #meter: Meter | undefined;

  constructor(platform: MediaPlatform) {
    const { devices, clock } = platform;
    const ask = devices?.getUserMedia.bind(devices);
    const onNotice = (notice: CaptureNotice): void => this.#tell(notice);
    this.#platform = platform;
    this.#camera = new Capture({ kind: "camera", ask, onNotice });
    this.#microphone = new Capture({ kind: "microphone", ask, onNotice });
    this.#screen = new ScreenCapture(
      devices !== undefined && "getDisplayMedia" in devices
        ? devices.getDisplayMedia.bind(devices)
        : undefined,
    );
    this.#undo = [
      watch(this.#camera.track, (track) => this.#onCamera(track)),
      watch(this.#microphone.track, (track) => this.#onMicrophone(track)),
      watch(this.#screen.stream, (stream) => this.#onScreen(stream)),
      clock.every(LEVEL_EVERY_MS, () => this.#measure()),
      ...(devices === undefined
        ? []
        : [listen(devices, "devicechange", () => this.#onDeviceChange())]),
    ];
  }

  get camera(): Store<DeviceState> {
    return this.#camera.state;
  }
  get microphone(): Store<DeviceState> {
    return this.#microphone.state;
  }
  get devices(): Store<DeviceList> {
    return this.#devices;
  }
  get chosen(): Store<ChosenDevices> {
    return this.#chosen;
  }
  get level(): Store<number> {
    return this.#level;
  }
  get preview(): Store<MediaStream | undefined> {
    return this.#preview;
  }
  get screen(): Store<MediaStream | undefined> {
    return this.#screen.stream;
  }
  get notice(): Store<MediaNotice | undefined> {
    return this.#notice;
  }
  get tracks(): Store<LocalTracks> {
    return this.#tracks;
  }

  async open({ audio, video, devices = {} }: OpenMedia): Promise<void> {
    this.#chosen.update((now) => ({ ...now, ...devices }));
    if (!(audio && video && (await this.#openBoth(devices)))) {
      await Promise.all([
        video ? this.#camera.open(devices.camera) : undefined,
        audio ? this.#microphone.open(devices.microphone) : undefined,
      ]);
    }
    await this.#list();
  }

  async toggleMicrophone(): Promise<void> {
    if (this.#microphone.track.get() !== undefined) {
      this.#microphone.enable(this.#microphone.state.get() !== "on");
      return;
    }
    await this.#microphone.open(this.#chosen.get().microphone);
    await this.#list();
  }

  async toggleCamera(): Promise<void> {
    if (this.#camera.track.get() !== undefined) {
      await this.#camera.stop();
      return;
    }
    await this.#camera.open(this.#chosen.get().camera);
    await this.#list();
  }

  async chooseCamera(id: string): Promise<void> {
    this.#chosen.update((now) => ({ ...now, camera: id }));
    if (this.#camera.state.get() !== "off") await this.#camera.open(id);
  }

  async chooseMicrophone(id: string): Promise<void> {
    this.#chosen.update((now) => ({ ...now, microphone: id }));
    const before = this.#microphone.track.get();
    if (before === undefined && this.#microphone.state.get() === "off") return;
    await this.#microphone.open(id);
    if (before?.enabled === false) this.#microphone.enable(false); // whoever is muted stays muted
  }

  chooseSpeaker(id: string): void {
    this.#chosen.update((now) => ({ ...now, speaker: id }));
  }

  startScreen(): Promise<Result<void, ScreenProblem>> {
    return this.#screen.start();
  }

  stopScreen(): void {
    this.#screen.stop();
  }

  close(): void {
    for (const undo of this.#undo.splice(0)) undo();
    this.#camera.close();
    this.#microphone.close();
    this.#screen.stop();
    this.#meter?.close();
    this.#meter = undefined;
  }

  /** One question for both. False if either is the trouble: each is asked for by itself then. */
  async #openBoth(devices: ChosenDevices): Promise<boolean> {
    const source = this.#platform.devices;
    if (source === undefined) return false;
    this.#camera.starting();
    this.#microphone.starting();
    try {
      const stream = await source.getUserMedia({
        audio: constraintsFor("microphone", devices.microphone),
        video: constraintsFor("camera", devices.camera),
      });
      for (const track of stream.getAudioTracks()) this.#microphone.adopt(track);
      for (const track of stream.getVideoTracks()) this.#camera.adopt(track);
      return true;
    } catch {
      return false; // asking for each alone tells which one it is
    }
  }

  #onCamera(track: MediaStreamTrack | undefined): void {
    this.#preview.set(track === undefined ? undefined : this.#platform.createStream([track]));
    this.#tracks.update((now) => ({ ...now, camera: track }));
    this.#remember("camera", track);
  }

  #onMicrophone(track: MediaStreamTrack | undefined): void {
    this.#meter?.close();
    this.#meter = track === undefined ? undefined : this.#platform.createMeter(track);
    this.#tracks.update((now) => ({ ...now, microphone: track }));
    this.#remember("microphone", track);
  }

  #onScreen(stream: MediaStream | undefined): void {
    const screen = stream?.getVideoTracks()[0];
    const screenAudio = stream?.getAudioTracks()[0];
    this.#tracks.update((now) => ({ ...now, screen, screenAudio }));
  }

  #remember(kind: "camera" | "microphone", track: MediaStreamTrack | undefined): void {
    const id = track?.getSettings().deviceId;
    if (id !== undefined) this.#chosen.update((now) => ({ ...now, [kind]: id }));
  }

  #measure(): void {
    const heard = this.#microphone.state.get() === "on" ? this.#meter?.level() : 0;
    this.#level.set(heard ?? 0);
  }

  #onDeviceChange(): void {
    void this.#list();
    void this.#camera.devicesChanged();
    void this.#microphone.devicesChanged();
  }

  async #list(): Promise<void> {
    const infos = await this.#platform.devices?.enumerateDevices();
    if (infos !== undefined) this.#devices.set(listDevices(infos));
  }

  #tell(notice: CaptureNotice): void {
    const id = (this.#notice.get()?.id ?? 0) + 1;
    this.#notice.set({ id, ...notice });
  }
}
