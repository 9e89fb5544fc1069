import {
  createStore,
  success,
  type ChosenDevices,
  type DeviceList,
  type DeviceState,
  type LocalMedia,
  type LocalTracks,
  type MediaNotice,
} from "@eyestalk/mesh";

/** Local media whose state a test decides; remembers what was asked of it. */
export function fakeMedia(state: { camera?: DeviceState; microphone?: DeviceState } = {}) {
  const calls: string[] = [];
  const call = async (name: string): Promise<void> => {
    calls.push(name);
  };
  const media = {
    camera: createStore<DeviceState>(state.camera ?? "on"),
    microphone: createStore<DeviceState>(state.microphone ?? "on"),
    devices: createStore<DeviceList>({
      cameras: [{ id: "cam", label: "Desk camera" }],
      microphones: [{ id: "mic", label: "Headset" }],
      speakers: [],
    }),
    chosen: createStore<ChosenDevices>({ camera: "cam", microphone: "mic" }),
    level: createStore(0),
    preview: createStore<MediaStream | undefined>(undefined),
    screen: createStore<MediaStream | undefined>(undefined),
    notice: createStore<MediaNotice | undefined>(undefined),
    tracks: createStore<LocalTracks>({}),
    open: () => call("open"),
    toggleMicrophone: () => call("toggleMicrophone"),
    toggleCamera: () => call("toggleCamera"),
    chooseCamera: (id: string) => call(`chooseCamera ${id}`),
    chooseMicrophone: (id: string) => call(`chooseMicrophone ${id}`),
    chooseSpeaker: (id: string) => void calls.push(`chooseSpeaker ${id}`),
    startScreen: async () => success(undefined),
    stopScreen: () => void calls.push("stopScreen"),
    close: () => void calls.push("close"),
  } satisfies LocalMedia;
  return { media, calls };
}
