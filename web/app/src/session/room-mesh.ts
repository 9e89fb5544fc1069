import {
  createStore,
  Mesh,
  type LocalMedia,
  type PeerView,
  type Platform,
  type Reserve,
  type Store,
  type WritableStore,
} from "@eyestalk/mesh";
import type { MediaState, Member, ServerBody, UserList } from "@eyestalk/protocol";
import { Evidence } from "./evidence.ts";
import type { Participant, Self } from "./face.ts";
import { iceServersOf } from "./ice-servers.ts";
import type { MeetingChat } from "./meeting-chat.ts";
import { changed, participantsOf, without, type Roster } from "./participants.ts";
import type { ServerLink } from "./server-link.ts";
import { until } from "./waiting.ts";

/** Somebody is shown then, whether or not their first descriptions could be exchanged. */
const SHOWN_WITHIN_MS = 250;
/** Who hears nobody any more has probably lost their network, and the socket with it. */
const ALONE_WITHIN_MS = 700;

export interface RoomMeshOptions {
  readonly link: ServerLink;
  readonly platform: Platform;
  readonly media: LocalMedia;
  readonly reserve: Reserve;
  readonly mediaState: Store<MediaState>;
  readonly self: Self;
  readonly iceServers: RTCIceServer[];
  readonly chat: MeetingChat;
  readonly participants: WritableStore<readonly Participant[]>;
  readonly report: (error: unknown) => void;
}

/** The others of one room: the server's roster and the links to them, kept in step. */
export class RoomMesh {
  readonly #options: RoomMeshOptions;
  readonly #mesh: Mesh;
  readonly #evidence: Evidence;
  readonly #roster = createStore<Roster>(new Map());
  readonly #leftByWill = new Set<string>();
  /** On the roster, and not to be drawn yet. */
  readonly #unshown = new Set<string>();
  readonly #undo: (() => void)[];

  constructor(options: RoomMeshOptions) {
    const { link, platform, media, reserve, mediaState, self, iceServers, chat, report } = options;
    this.#options = options;
    this.#mesh = new Mesh({
      platform,
      self,
      way: {
        send: async (to, signal) => {
          const body = { target_id: to, ...signal };
          const withinMs = this.#mesh.isAlone ? ALONE_WITHIN_MS : undefined;
          return (await link.request("data", body, withinMs)).ok;
        },
      },
      tracks: media.tracks,
      reserve,
      media: mediaState,
      iceServers,
      onChat: (from, line) => chat.onPeer(from, line),
      onMoved: () => link.startOver(),
      onServerBack: () => link.tryNow(),
      onBye: (sid) => this.#onBye(sid),
      report,
    });
    this.#evidence = new Evidence(link, this.#mesh.views);
    this.#undo = [
      this.#roster.subscribe(() => this.#show()),
      this.#mesh.views.subscribe(() => this.#show()),
      ...this.#listen(link),
    ];
  }

  get mesh(): Mesh {
    return this.#mesh;
  }

  nameOf(sid: string): string | undefined {
    return this.#roster.get().get(sid)?.name;
  }

  /** Takes the server's list. Who came for the first time now: we offer if `begins`. */
  reconcile(list: UserList, { begins }: { readonly begins: boolean }): void {
    const before = this.#roster.get();
    const after = new Map(list.members.map((member) => [member.sid, member]));
    this.#mesh.setIceServers(iceServersOf(list.ice_servers));
    this.#mesh.signalsFlow();
    for (const [sid, { name }] of before) {
      if (after.has(sid)) continue;
      this.#mesh.remove(sid);
      this.#options.chat.note({ sid, name }, "disconnected");
    }
    for (const member of after.values()) this.#meet(member, { begins });
    this.#roster.set(after);
    for (const [sid, { away }] of after) if (away) this.#evidence.repeat(sid);
  }

  /**
   * Resolves when every link has been negotiated and looks for its path, or after 250 ms. Drawing takes longer than
   * negotiating and the same processor, and everybody waits for the first picture.
   */
  underWay(): Promise<unknown> {
    return this.#areUnderWay([...this.#roster.get().keys()]);
  }

  /** Ends all links. Twice is fine. */
  close(): void {
    for (const undo of this.#undo.splice(0)) undo();
    this.#evidence.close();
    this.#mesh.close();
    this.#unshown.clear(); // the page's list may be another room's by the time they would be shown
    this.#roster.set(new Map());
    this.#options.participants.set([]);
  }

  #areUnderWay(sids: readonly string[]): Promise<unknown> {
    const { clock } = this.#options.platform;
    const areUnderWay = (views: ReadonlyMap<string, PeerView>): boolean =>
      sids.every((sid) => isUnderWay(views.get(sid)));
    return until(this.#mesh.views, areUnderWay, { clock, ms: SHOWN_WITHIN_MS });
  }

  #meet(member: Member, { begins }: { readonly begins: boolean }): void {
    const { sid, audio, video, sharing } = member;
    this.#mesh.add(sid, { begins });
    this.#mesh.setMedia(sid, { audio, video, sharing });
  }

  #listen(link: ServerLink): (() => void)[] {
    const mesh = this.#mesh;
    return [
      link.on("user-connect", (body) => this.#onConnect(body)),
      link.on("user-disconnect", (body) => this.#onDisconnect(body)),
      link.on("user-away", ({ sid }) => {
        this.#change(sid, { away: true });
        this.#evidence.repeat(sid);
      }),
      link.on("user-back", (body) => this.#onBack(body)),
      link.on("data", ({ from, signal }) => mesh.receive(from, signal)),
      link.on("chatting", (event) =>
        this.#options.chat.onServer(event, (sid) => this.#leftByWill.has(sid)),
      ),
      link.on("share-start", ({ sid }) => this.#change(sid, { sharing: true })),
      link.on("share-end", ({ sid }) => this.#change(sid, { sharing: false })),
      link.on("media-state", ({ sid, audio, video }) => this.#change(sid, { audio, video })),
      link.on("ice-servers", (body) => mesh.setIceServers(iceServersOf(body.ice_servers))),
    ];
  }

  #onConnect({ sid, name }: ServerBody<"user-connect">): void {
    const member = { sid, name, audio: true, video: true, sharing: false, away: false };
    this.#mesh.add(sid, { begins: false });
    this.#leftByWill.delete(sid);
    this.#unshown.add(sid);
    this.#roster.update((roster) => new Map(roster).set(sid, member));
    void this.#areUnderWay([sid]).then(() => {
      if (this.#unshown.delete(sid)) this.#show();
    });
  }

  #onDisconnect({ sid, reason }: ServerBody<"user-disconnect">): void {
    if (reason !== "lost") this.#leftByWill.add(sid);
    this.#mesh.remove(sid);
    this.#roster.update((roster) => without(roster, sid));
  }

  #onBack({ sid, fresh }: ServerBody<"user-back">): void {
    this.#change(sid, { away: false });
    if (fresh) this.#mesh.expectAnew(sid);
    else this.#mesh.signalsFlow();
  }

  /** They said it themselves, over the data channel: the server may be away. */
  #onBye(sid: string): void {
    const name = this.nameOf(sid);
    if (name === undefined) return;
    this.#onDisconnect({ sid, reason: "left" });
    if (this.#options.link.state.get() !== "online") this.#options.chat.note({ sid, name }, "left");
  }

  #change(sid: string, change: Partial<Member>): void {
    this.#roster.update((roster) => changed(roster, sid, change));
    const member = this.#roster.get().get(sid);
    if (member === undefined) return;
    const { audio, video, sharing } = member;
    this.#mesh.setMedia(sid, { audio, video, sharing });
  }

  #show(): void {
    const retry = (sid: string): void => this.#mesh.retry(sid);
    const roster = new Map([...this.#roster.get()].filter(([sid]) => !this.#unshown.has(sid)));
    this.#options.participants.update((before) =>
      participantsOf(before, roster, this.#mesh.views.get(), retry),
    );
  }
}

/** A link that is gone keeps nobody waiting. */
function isUnderWay(view: PeerView | undefined): boolean {
  return view === undefined || (view.negotiated && view.state !== "new");
}
