import type { PeerView, Presence, Store } from "@eyestalk/mesh";
import type { ServerLink } from "./server-link.ts";

/**
 * Tells the server whom this person hears and whom not any more: it keeps a member longer whose
 * connection to it broke while the others still hear them (protocol.md, "Away and gone").
 */
export class Evidence {
  readonly #link: ServerLink;
  readonly #views: Store<ReadonlyMap<string, PeerView>>;
  readonly #told = new Map<string, Presence>();
  readonly #stop: () => void;

  constructor(link: ServerLink, views: Store<ReadonlyMap<string, PeerView>>) {
    this.#link = link;
    this.#views = views;
    this.#stop = views.subscribe(() => this.#compare());
  }

  /** Says it again: the server lost that member's connection just now, or was away itself. */
  repeat(sid: string): void {
    this.#told.delete(sid);
    this.#compare();
  }

  close(): void {
    this.#stop();
  }

  #compare(): void {
    for (const [sid, { presence }] of this.#views.get()) {
      if (presence !== "heard" && presence !== "lost") continue;
      if (this.#told.get(sid) === presence) continue;
      this.#told.set(sid, presence);
      // Evidence, not a demand: a server that is away now asks again by losing members later.
      void this.#link.request("peer-state", { sid, heard: presence === "heard" });
    }
    for (const sid of this.#told.keys()) if (!this.#views.get().has(sid)) this.#told.delete(sid);
  }
}
