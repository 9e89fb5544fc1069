import { listen } from "../listening.ts";
import { failure, success, type Result } from "../result.ts";
import { createStore, type Store } from "../store.ts";
import type { ScreenProblem } from "./face.ts";

type AskForScreen = (options: DisplayMediaStreamOptions) => Promise<MediaStream>;

/** The shared screen, with the sound of the tab where the browser offers it. */
export class ScreenCapture {
  readonly #ask: AskForScreen | undefined;
  readonly #stream = createStore<MediaStream | undefined>(undefined);
  #undo: (() => void)[] = [];

  constructor(ask: AskForScreen | undefined) {
    this.#ask = ask;
  }

  get stream(): Store<MediaStream | undefined> {
    return this.#stream;
  }

  /** Asks which screen; needs a click. */
  async start(): Promise<Result<void, ScreenProblem>> {
    if (this.#ask === undefined) return failure("unsupported");
    try {
      const video = { frameRate: { ideal: 15, max: 30 } };
      this.#take(await this.#ask({ video, audio: true }));
      return success(undefined);
    } catch (error) {
      const refused = error instanceof Error && error.name === "NotAllowedError";
      return failure(refused ? "cancelled" : "failed");
    }
  }

  stop(): void {
    for (const undo of this.#undo.splice(0)) undo();
    for (const track of this.#stream.get()?.getTracks() ?? []) track.stop();
    this.#stream.set(undefined);
  }

  #take(stream: MediaStream): void {
    this.stop();
    this.#undo = stream.getVideoTracks().map((track) => {
      track.contentHint = "detail"; // sharp letters before smooth motion
      return listen(track, "ended", () => this.stop()); // the browser's own "stop sharing"
    });
    this.#stream.set(stream);
  }
}
