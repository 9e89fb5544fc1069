import type { MediaState, TrackRole } from "@eyestalk/protocol";
import { listen } from "./listening.ts";
import { createStore, type Store } from "./store.ts";

/**
 * What another person sends, as streams a page can show. The camera's stream stays the same object
 * over repairs, and keeps its last picture until a new one comes.
 */
export class RemoteMedia {
  readonly #createStream: () => MediaStream;
  readonly #camera = createStore<MediaStream | undefined>(undefined);
  readonly #screen = createStore<MediaStream | undefined>(undefined);
  readonly #tracks = new Map<TrackRole, MediaStreamTrack>();
  readonly #undo = new Map<TrackRole, () => void>();
  #state: MediaState = { audio: true, video: true, sharing: false };

  constructor(createStream: () => MediaStream) {
    this.#createStream = createStream;
  }

  /** Camera and microphone; undefined until anything came. */
  get camera(): Store<MediaStream | undefined> {
    return this.#camera;
  }

  /** The shared screen with its sound; undefined while nothing is shared. */
  get screen(): Store<MediaStream | undefined> {
    return this.#screen;
  }

  /** A track of theirs is there. */
  take(role: TrackRole, track: MediaStreamTrack): void {
    this.#tracks.set(role, track);
    this.#undo.get(role)?.();
    this.#undo.set(
      role,
      listen(track, "unmute", () => this.#arrange()),
    );
    this.#arrange();
  }

  /** What they say they send. */
  setState(state: MediaState): void {
    this.#state = state;
    this.#arrange();
  }

  close(): void {
    for (const undo of this.#undo.values()) undo();
    this.#undo.clear();
    this.#tracks.clear();
    this.#camera.set(undefined);
    this.#screen.set(undefined);
  }

  #arrange(): void {
    const camera = this.#state.video ? this.#tracks.get("camera") : undefined;
    const microphone = this.#tracks.get("microphone");
    if (camera !== undefined || microphone !== undefined) {
      const stream = this.#camera.get() ?? this.#createStream();
      place(stream, "audio", microphone);
      // A video line without picture would keep a video element from playing the sound.
      place(stream, "video", this.#state.video ? this.#pictured(stream, camera) : undefined);
      this.#camera.set(stream);
    }
    this.#arrangeScreen();
  }

  /** A new track takes over from an old one when it has a picture; until then the old one stays. */
  #pictured(
    stream: MediaStream,
    camera: MediaStreamTrack | undefined,
  ): MediaStreamTrack | undefined {
    const shown = stream.getVideoTracks()[0];
    return shown !== undefined && camera?.muted === true ? shown : camera;
  }

  #arrangeScreen(): void {
    const screen = this.#state.sharing ? this.#tracks.get("screen") : undefined;
    if (screen === undefined) {
      this.#screen.set(undefined);
      return;
    }
    const shown = this.#screen.get();
    const stream = shown?.getVideoTracks()[0] === screen ? shown : this.#createStream();
    place(stream, "video", screen);
    place(stream, "audio", this.#tracks.get("screen-audio"));
    this.#screen.set(stream);
  }
}

function place(
  stream: MediaStream,
  kind: "audio" | "video",
  track: MediaStreamTrack | undefined,
): void {
  const shown = kind === "audio" ? stream.getAudioTracks() : stream.getVideoTracks();
  for (const old of shown) if (old !== track) stream.removeTrack(old);
  if (track !== undefined && !shown.includes(track)) stream.addTrack(track);
}
