import { createStore, type Store } from "@eyestalk/mesh";

/** Plays what the others send: which speaker, and what to do when the browser refuses sound. */
export interface Playback {
  /** True while the browser holds sound back until a click (autoplay policy, HTML "allowed to play"). */
  readonly isBlocked: Store<boolean>;
  /** Shows and plays a stream in an element; returns what undoes it. */
  readonly attach: (element: HTMLVideoElement, stream: MediaStream | undefined) => () => void;
  /** Call from a click: plays everything that was refused. */
  readonly unblock: () => void;
  /** Lets everything sound from that speaker. */
  readonly chooseSpeaker: (id: string | undefined) => void;
}

/** Makes the playback of one meeting. */
export function createPlayback(): Playback {
  const isBlocked = createStore(false);
  const elements = new Set<HTMLVideoElement>();
  let speaker: string | undefined;

  const play = async (element: HTMLVideoElement): Promise<void> => {
    try {
      await element.play();
    } catch (error) {
      // Anything else (AbortError) means that the element got another stream meanwhile.
      if (error instanceof DOMException && error.name === "NotAllowedError") isBlocked.set(true);
    }
  };
  return {
    isBlocked,
    attach: (element, stream) => {
      element.srcObject = stream ?? null;
      elements.add(element);
      void sendTo(element, speaker);
      if (stream) void play(element);
      return () => {
        elements.delete(element);
        element.srcObject = null;
      };
    },
    unblock: () => {
      isBlocked.set(false);
      for (const element of elements) if (element.paused) void play(element);
    },
    chooseSpeaker: (id) => {
      speaker = id;
      for (const element of elements) void sendTo(element, id);
    },
  };
}

/** A speaker that is gone falls back to the default one, where the browser lets us choose at all. */
async function sendTo(element: HTMLVideoElement, id: string | undefined): Promise<void> {
  if (!("setSinkId" in element) || (id ?? "") === element.sinkId) return;
  try {
    await element.setSinkId(id ?? "");
  } catch {
    if (id !== undefined) await sendTo(element, undefined);
  }
}
