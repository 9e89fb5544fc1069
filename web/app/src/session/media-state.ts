import { createStore, type LocalMedia, type Store } from "@eyestalk/mesh";
import type { MediaState } from "@eyestalk/protocol";

/** What the others are told that this person sends. */
export interface MediaStateStore extends Store<MediaState> {
  readonly close: () => void;
}

/** Follows camera, microphone and screen; changes only when what is told changes. */
export function mediaStateOf(media: LocalMedia): MediaStateStore {
  const store = createStore(look(media));
  const follow = (): void => {
    const next = look(media);
    const now = store.get();
    const same =
      now.audio === next.audio && now.video === next.video && now.sharing === next.sharing;
    if (!same) store.set(next);
  };
  const undo = [media.camera, media.microphone, media.screen].map((part) => part.subscribe(follow));
  return { ...store, close: () => undo.forEach((stop) => stop()) };
}

function look(media: LocalMedia): MediaState {
  return {
    audio: media.microphone.get() === "on",
    video: media.camera.get() === "on",
    sharing: media.screen.get() !== undefined,
  };
}
