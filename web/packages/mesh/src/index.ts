export { createStore, watch, type Store, type WritableStore } from "./store.ts";
export { failure, success, type Result } from "./result.ts";
export type * from "./local/face.ts";
export {
  UNKNOWN_CONNECTION,
  type ConnectionView,
  type FailureReason,
  type PeerState,
} from "./views.ts";
export { createLocalMedia } from "./local/local-media.ts";
export { systemClock, type Clock } from "./clock.ts";
export { Mesh, type MeshOptions, type SignalWay } from "./mesh.ts";
export { NO_RESTARTS, type Restarts } from "./restarts.ts";
export type { PeerView } from "./peer-view.ts";
export type { Presence } from "./peer-channel.ts";
export { browserPlatform, warmUp, type Platform } from "./platform.ts";
export { Reserve } from "./reserve.ts";
export { SeenIds } from "./seen-ids.ts";
export { listen } from "./listening.ts";
