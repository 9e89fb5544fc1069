export { createStore, watch, type Store, type WritableStore } from "./store.ts";
export { failure, success, type Result } from "./result.ts";
export type * from "./local-media-face.ts";
export {
  UNKNOWN_CONNECTION,
  type ConnectionView,
  type FailureReason,
  type PeerState,
} from "./views.ts";
export { createLocalMedia } from "./local-media.ts";
