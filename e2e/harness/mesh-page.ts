import {
  browserPlatform,
  createStore,
  Mesh,
  warmUp,
  type LocalTracks,
  type PeerView,
} from "@eyestalk/mesh";

/** What the specs drive: one person's mesh on a bare page, signals over a BroadcastChannel. */
export interface Harness {
  open(sid: string): Promise<void>;
  join(others: readonly string[]): void;
  leave(): void;
  camera(on: boolean): Promise<void>;
  share(on: boolean): Promise<void>;
  pin(sid: string, demand: "pinned" | "normal" | "hidden"): void;
  cutSignals(cut: boolean): void;
  /** Both people at once: an ICE restart with everybody. */
  restart(): void;
  retry(sid: string): void;
  mute(): void;
  height(sid: string): number;
  kinds(sid: string): string[];
  views(): Record<string, PeerView>;
  /** Resolves once that many pictures of the own camera have gone by: a clock as slow as the machine. */
  ownFrames(count: number): Promise<void>;
  frames(sid: string, which: "camera" | "screen"): Promise<number>;
  errors(): string[];
  readonly marks: Record<string, number>;
}

interface Wire {
  readonly from: string;
  readonly to: string;
  readonly kind: "hello" | "signal";
  readonly signal?: never;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const bus = new BroadcastChannel("signals");
const tracks = createStore<LocalTracks>({});
const media = createStore({ audio: true, video: true, sharing: false });
const errors: string[] = [];
const marks: Record<string, number> = {};
const videos = new Map<string, HTMLVideoElement>();
let self = "";
let mesh: Mesh | undefined;
let cut = false;

function post(message: Omit<Wire, "signal"> & { signal?: unknown }): void {
  // A BroadcastChannel takes no target origin; the rule thinks of windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  if (!cut) bus.postMessage(message);
}

function createMesh(): Mesh {
  const made = new Mesh({
    platform: browserPlatform,
    self: { sid: self, name: self },
    way: {
      send: (to, signal) => {
        if (cut) return Promise.resolve(false);
        post({ from: self, to, kind: "signal", signal });
        return Promise.resolve(true);
      },
    },
    tracks,
    media,
    iceServers: [],
    onChat: () => undefined,
    onMoved: () => undefined,
    onServerBack: () => undefined,
    onBye: (sid) => made.remove(sid),
    report: (error) => errors.push(String(error)),
  });
  made.views.subscribe(() => {
    for (const [sid, view] of made.views.get()) {
      attach(sid, "camera", view);
      attach(sid, "screen", view);
    }
  });
  return made;
}

function attach(sid: string, which: "camera" | "screen", view: PeerView): void {
  const key = `${sid}:${which}`;
  const stream = which === "camera" ? view.cameraStream : view.screenStream;
  const video = videos.get(key) ?? document.body.appendChild(document.createElement("video"));
  if (!videos.has(key)) {
    video.autoplay = true;
    video.requestVideoFrameCallback(
      () => (marks[`frame:${key}`] = performance.timeOrigin + performance.now()),
    );
    videos.set(key, video);
  }
  if (video.srcObject !== (stream ?? null)) video.srcObject = stream ?? null;
}

bus.addEventListener("message", (event: MessageEvent<Wire>) => {
  const { from, to, kind, signal } = event.data;
  if (to !== self || cut) return;
  if (kind === "hello") mesh?.add(from, { begins: false });
  else if (signal !== undefined) mesh?.receive(from, signal);
});

window.harness = {
  marks,
  async open(sid) {
    self = sid;
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: true,
      video: { width: 1280, height: 720, frameRate: 30 },
    });
    tracks.set({
      microphone: stream.getAudioTracks()[0],
      camera: stream.getVideoTracks()[0],
    });
    warmUp();
    mesh = createMesh();
  },
  join(others) {
    marks["join"] = performance.timeOrigin + performance.now();
    for (const sid of others) {
      post({ from: self, to: sid, kind: "hello" });
      mesh?.add(sid, { begins: true });
    }
  },
  leave() {
    mesh?.close();
  },
  async camera(on) {
    const stream = on
      ? await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } })
      : undefined;
    tracks.get().camera?.stop();
    tracks.set({ ...tracks.get(), camera: stream?.getVideoTracks()[0] });
    media.set({ ...media.get(), video: on });
  },
  async share(on) {
    const stream = on ? await navigator.mediaDevices.getDisplayMedia({ video: true }) : undefined;
    tracks.get().screen?.stop();
    tracks.set({ ...tracks.get(), screen: stream?.getVideoTracks()[0] });
    media.set({ ...media.get(), sharing: on });
  },
  pin(sid, demand) {
    mesh?.show(sid, demand);
  },
  cutSignals(now) {
    cut = now;
  },
  restart: () => mesh?.networkChanged(),
  retry: (sid) => mesh?.retry(sid),
  mute() {
    const { microphone } = tracks.get();
    if (microphone !== undefined) microphone.enabled = false;
    media.set({ ...media.get(), audio: false });
  },
  height: (sid) => videos.get(`${sid}:camera`)?.videoHeight ?? 0,
  kinds: (sid) => {
    const stream = mesh?.views.get().get(sid)?.cameraStream;
    return stream?.getTracks().map(({ kind }) => kind) ?? [];
  },
  views: () => JSON.parse(JSON.stringify(Object.fromEntries(mesh?.views.get() ?? []))),
  async ownFrames(count) {
    const { camera } = tracks.get();
    const video = document.createElement("video");
    video.muted = true;
    video.srcObject = new MediaStream(camera === undefined ? [] : [camera]);
    await video.play();
    for (let seen = 0; seen < count; seen += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one picture after another
      await new Promise((resolve) => {
        video.requestVideoFrameCallback(resolve);
      });
    }
    video.srcObject = null;
  },
  async frames(sid, which) {
    const video = videos.get(`${sid}:${which}`);
    return Promise.resolve(video?.getVideoPlaybackQuality().totalVideoFrames ?? 0);
  },
  errors: () => errors,
};
