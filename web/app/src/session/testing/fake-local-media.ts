import {
  createStore,
  failure,
  success,
  type DeviceState,
  type LocalMedia,
  type LocalTracks,
  type WritableStore,
} from "@eyestalk/mesh";
import { FakeStream, FakeTrack } from "@eyestalk/mesh/testing";

/** Local media whose devices a test turns. */
export interface FakeLocalMedia extends LocalMedia {
  readonly camera: WritableStore<DeviceState>;
  readonly microphone: WritableStore<DeviceState>;
  readonly tracks: WritableStore<LocalTracks>;
}

/** Makes local media with camera and microphone on. */
export function createFakeLocalMedia(): FakeLocalMedia {
  const camera = createStore<DeviceState>("on");
  const microphone = createStore<DeviceState>("on");
  const screen = createStore<MediaStream | undefined>(undefined);
  const tracks = createStore<LocalTracks>({
    camera: new FakeTrack("video").asTrack(),
    microphone: new FakeTrack("audio").asTrack(),
  });
  return {
    camera,
    microphone,
    screen,
    tracks,
    devices: createStore({ cameras: [], microphones: [], speakers: [] }),
    chosen: createStore({}),
    level: createStore(0),
    preview: createStore(undefined),
    notice: createStore(undefined),
    open: () => Promise.resolve(),
    toggleMicrophone: () => flip(microphone),
    toggleCamera: () => flip(camera),
    chooseCamera: () => Promise.resolve(),
    chooseMicrophone: () => Promise.resolve(),
    chooseSpeaker: () => undefined,
    startScreen: () => {
      if (screen.get() !== undefined) return Promise.resolve(failure("failed"));
      const track = new FakeTrack("video").asTrack();
      tracks.update((now) => ({ ...now, screen: track }));
      screen.set(new FakeStream([track]).asStream());
      return Promise.resolve(success(undefined));
    },
    stopScreen: () => {
      tracks.update((now) => ({ ...now, screen: undefined }));
      screen.set(undefined);
    },
    close: () => undefined,
  };
}

function flip(device: WritableStore<DeviceState>): Promise<void> {
  device.update((now) => (now === "on" ? "off" : "on"));
  return Promise.resolve();
}
