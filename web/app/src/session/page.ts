import { listen } from "@eyestalk/mesh";

/** What a meeting needs of the page it runs in; tests hand in a fake. */
export interface Page {
  /** Survives a reload, not the tab. */
  readonly storage: Storage;
  /** Calls `listener` when the page goes: closed, reloaded, left. Returns the remover. */
  readonly onHide: (listener: () => void) => () => void;
  /** Calls `listener` now and whenever the page comes into sight or goes out of it. Returns the remover. */
  readonly watchShown: (listener: (isShown: boolean) => void) => () => void;
  /** Posts without waiting, also from a page that is going. */
  readonly beacon: (path: string) => void;
  /** Keeps the screen from going dark; returns the end of it. */
  readonly stayAwake: () => () => void;
}

/** The real page. */
export function browserPage(): Page {
  return {
    storage: sessionStorage,
    onHide: (listener) => listen(window, "pagehide", listener),
    watchShown,
    beacon: (path) => navigator.sendBeacon(path),
    stayAwake,
  };
}

/** A picture that floats over other windows keeps the page in sight. */
function watchShown(listener: (isShown: boolean) => void): () => void {
  const look = (): void => listener(document.visibilityState === "visible" || mayFloat());
  const kinds = ["visibilitychange", "enterpictureinpicture", "leavepictureinpicture"];
  const undo = kinds.map((kind) => listen(document, kind, look));
  look();
  return () => undo.forEach((stop) => stop());
}

/** A browser without the Picture-in-Picture API (Firefox) floats pictures without a word to the page. */
function mayFloat(): boolean {
  return !("pictureInPictureElement" in document) || document.pictureInPictureElement !== null;
}

/** The browser lets go of the lock whenever the page is hidden, so it is asked for again. */
function stayAwake(): () => void {
  if (!("wakeLock" in navigator)) return () => undefined;
  let lock: WakeLockSentinel | undefined;
  let wanted = true;
  const ask = async (): Promise<void> => {
    if (document.visibilityState !== "visible" || lock?.released === false) return;
    const granted = await navigator.wakeLock.request("screen");
    if (wanted) lock = granted;
    else await granted.release();
  };
  // A battery saver may refuse: the call goes on, the screen goes dark as it would without us.
  const askAgain = (): void => void ask().catch(() => undefined);
  const stop = listen(document, "visibilitychange", askAgain);
  askAgain();
  return () => {
    wanted = false;
    stop();
    void lock?.release();
  };
}
