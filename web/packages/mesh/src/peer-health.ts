import type { PeerState } from "./views.ts";

/** How a link does, as its own side sees it. Times in milliseconds. */
export interface Health {
  readonly state: Exclude<PeerState, "closed">;
  readonly restarts: number;
  readonly rebuilds: number;
  /** When to look again if nothing happens. */
  readonly wakeAt: number | undefined;
}

/** What was noticed. */
export type Sign =
  | { readonly kind: "connection"; readonly state: RTCPeerConnectionState }
  /** Their media stopped a moment ago. */
  | { readonly kind: "quiet" }
  /** Nothing comes from there any more, or something does again. */
  | { readonly kind: "silent" }
  | { readonly kind: "heard" }
  /** This machine's network changed, or the way for signals is back. */
  | { readonly kind: "network" }
  /** This machine has another address than the one this link was built on. */
  | { readonly kind: "moved" }
  /** `wakeAt` has come. */
  | { readonly kind: "time" }
  /** The other side closed this connection: it is gone, leaving, or has begun anew. */
  | { readonly kind: "ended" }
  /** The person asked, or the other side began a new connection. */
  | { readonly kind: "retry" }
  | { readonly kind: "replaced" };

/** What to do about it. */
export type Remedy = "none" | "restart" | "rebuild" | "give-up";

/** How patient a link is. */
export interface Patience {
  /** From `disconnected` to the first ICE restart. */
  readonly disconnectedMs: number;
  /** From one attempt to the next. */
  readonly attemptMs: number;
  /** For a first connection, or a rebuilt one. */
  readonly connectMs: number;
  /** From their closing it to building it anew: mostly they leave, and we are told so before. */
  readonly endedMs: number;
  readonly maxRestarts: number;
  readonly maxRebuilds: number;
}

export const PATIENCE: Patience = {
  disconnectedMs: 2_000,
  attemptMs: 4_000,
  connectMs: 10_000,
  endedMs: 1_000,
  maxRestarts: 2,
  maxRebuilds: 2,
};

/** A link that has just been begun. */
export function newborn(now: number, patience: Patience = PATIENCE): Health {
  return { state: "new", restarts: 0, rebuilds: 0, wakeAt: now + patience.connectMs };
}

export interface Examination {
  readonly health: Health;
  readonly remedy: Remedy;
}

/** Decides what a sign means and what is to be done. Pure: the caller acts and keeps the time. */
export function examine(
  health: Health,
  sign: Sign,
  now: number,
  patience: Patience = PATIENCE,
): Examination {
  const stay: Examination = { health, remedy: "none" };
  switch (sign.kind) {
    case "connection":
      return onConnection(health, sign.state, now, patience);
    case "heard":
      return health.state === "reconnecting" ? { health: well(), remedy: "none" } : stay;
    case "quiet":
      return health.state === "connected" ? { health, remedy: "restart" } : stay;
    case "silent":
      return health.state === "connected" ? escalate(health, now, patience) : stay;
    case "network":
      return onNetwork(health, now, patience);
    case "time":
      return onTime(health, now, patience);
    case "ended":
      return onEnded(health, now, patience);
    case "moved":
    case "retry":
      return rebuilt({ ...health, rebuilds: 0 }, now, patience);
    case "replaced":
      return { health: { ...health, ...begun(health, now, patience) }, remedy: "none" };
  }
}

function onConnection(
  health: Health,
  state: RTCPeerConnectionState,
  now: number,
  patience: Patience,
): Examination {
  switch (state) {
    case "connected":
      return { health: well(), remedy: "none" };
    case "disconnected": {
      if (health.state !== "connected") return { health, remedy: "none" };
      const wakeAt = now + patience.disconnectedMs;
      return { health: { ...health, state: "reconnecting", wakeAt }, remedy: "none" };
    }
    case "failed":
      return health.state === "failed"
        ? { health, remedy: "none" }
        : escalate(health, now, patience);
    case "connecting":
      return health.state === "new"
        ? { health: { ...health, state: "connecting" }, remedy: "none" }
        : { health, remedy: "none" };
    case "new":
    case "closed":
      return { health, remedy: "none" };
  }
}

/** A changed network breaks paths before ICE notices: a restart costs little and saves seconds. */
function onNetwork(health: Health, now: number, patience: Patience): Examination {
  switch (health.state) {
    case "failed":
      return rebuilt({ ...health, rebuilds: 0 }, now, patience);
    case "connected":
      return { health, remedy: "restart" };
    case "reconnecting":
      return { health: { ...health, wakeAt: now + patience.attemptMs }, remedy: "restart" };
    case "new":
    case "connecting":
      return { health: { ...health, wakeAt: now + patience.connectMs }, remedy: "restart" };
  }
}

/** No restart brings back a connection the other side has closed. */
function onEnded(health: Health, now: number, patience: Patience): Examination {
  if (health.state === "failed") return { health, remedy: "none" };
  const restarts = patience.maxRestarts;
  const wakeAt = now + patience.endedMs;
  return { health: { ...health, state: "reconnecting", restarts, wakeAt }, remedy: "none" };
}

function onTime(health: Health, now: number, patience: Patience): Examination {
  if (health.wakeAt === undefined || now < health.wakeAt) return { health, remedy: "none" };
  return escalate(health, now, patience);
}

/** The next stronger remedy: restart, restart, rebuild, rebuild, give up. */
function escalate(health: Health, now: number, patience: Patience): Examination {
  const neverWasUp = health.state === "new" || health.state === "connecting";
  if (!neverWasUp && health.rebuilds === 0 && health.restarts < patience.maxRestarts) {
    const wakeAt = now + patience.attemptMs;
    const restarts = health.restarts + 1;
    return { health: { ...health, state: "reconnecting", restarts, wakeAt }, remedy: "restart" };
  }
  if (health.rebuilds < patience.maxRebuilds) return rebuilt(health, now, patience);
  return { health: { ...health, state: "failed", wakeAt: undefined }, remedy: "give-up" };
}

function rebuilt(health: Health, now: number, patience: Patience): Examination {
  const rebuilds = health.rebuilds + 1;
  return {
    health: { ...health, ...begun(health, now, patience), rebuilds },
    remedy: "rebuild",
  };
}

/** A person who was seen before is "reconnecting", one never seen is "connecting". */
function begun(health: Health, now: number, patience: Patience): Pick<Health, "state" | "wakeAt"> {
  const seen = health.state === "connected" || health.state === "reconnecting";
  return { state: seen ? "reconnecting" : "connecting", wakeAt: now + patience.connectMs };
}

function well(): Health {
  return { state: "connected", restarts: 0, rebuilds: 0, wakeAt: undefined };
}
