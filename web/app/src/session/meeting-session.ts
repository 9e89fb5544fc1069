import {
  browserPlatform,
  createStore,
  failure,
  Reserve,
  success,
  warmUp,
  type LocalMedia,
  type Platform,
  type Result,
  type ScreenProblem,
  type Store,
} from "@eyestalk/mesh";
import type { ClientBody, MediaState, Room, UserList } from "@eyestalk/protocol";
import type {
  Chat,
  JoinRequest,
  MeetingSession,
  MeetingStatus,
  Participant,
  Problem,
  Self,
  ServerState,
} from "./face.ts";
import { iceServersOf } from "./ice-servers.ts";
import { mediaStateOf, type MediaStateStore } from "./media-state.ts";
import { MeetingChat } from "./meeting-chat.ts";
import { browserPage, type Page } from "./page.ts";
import { RoomMesh } from "./room-mesh.ts";
import { keepSeat, seatIn } from "./seats.ts";
import type { LinkState, ServerLink } from "./server-link.ts";
import { ServerWatch } from "./server-watch.ts";
import { until } from "./waiting.ts";

/** How long an entrance waits for the socket to open. */
const OPEN_WITHIN_MS = 8_000;
/** Somebody who cannot be connected does not keep an entrance from ending. */
const ENTERED_WITHIN_MS = 1_500;
/** Between two attempts to take the seat back while the server answers "not now". */
const AGAIN_MS = 2_000;
/** For the goodbye to reach the others when the server cannot carry it. */
const GOODBYE_MS = 150;

/** What a meeting is made of. */
export interface MeetingOptions {
  readonly link: ServerLink;
  /** Opened before, by the pre-join page; never reopened. */
  readonly media: LocalMedia;
  readonly platform?: Platform;
  readonly page?: Page;
  /** Called with what went wrong and nobody can act on. */
  readonly report?: (error: unknown) => void;
}

/** Makes a meeting that is not entered yet. */
export function createMeeting(options: MeetingOptions): MeetingSession {
  if (options.platform === undefined) warmUp();
  return new Meeting(options);
}

class Meeting implements MeetingSession {
  readonly #link: ServerLink;
  readonly #media: LocalMedia;
  readonly #platform: Platform;
  readonly #page: Page;
  readonly #report: (error: unknown) => void;
  readonly #status = createStore<MeetingStatus>("new");
  readonly #isEntering = createStore(false);
  readonly #room = createStore<Room | undefined>(undefined);
  readonly #self = createStore<Self | undefined>(undefined);
  readonly #participants = createStore<readonly Participant[]>([]);
  readonly #server: ServerWatch;
  readonly #chat: MeetingChat;
  readonly #mediaState: MediaStateStore;
  readonly #undo: (() => void)[];
  readonly #reserve: Reserve;
  #others: RoomMesh | undefined;
  #request: JoinRequest | undefined;
  #token = "";
  #letSleep: () => void = () => undefined;
  #pinned: string | undefined;
  #isShown = true;

  constructor(options: MeetingOptions) {
    const { link, media } = options;
    this.#link = link;
    this.#media = media;
    this.#platform = options.platform ?? browserPlatform;
    this.#page = options.page ?? browserPage();
    this.#report = options.report ?? (() => undefined);
    this.#reserve = new Reserve({
      platform: this.#platform,
      tracks: media.tracks,
      report: this.#report,
    });
    this.#server = new ServerWatch(this.#platform.clock);
    this.#chat = new MeetingChat({
      link,
      self: this.#self.get,
      nameOf: (sid) => this.#others?.nameOf(sid),
      sendToPeers: (line, to) => this.#others?.mesh.chat(line, to) ?? 0,
      newId: this.#platform.newId,
      now: Date.now,
    });
    this.#mediaState = mediaStateOf(media);
    let told = this.#mediaState.get();
    this.#undo = [
      link.state.subscribe(() => this.#onLink()),
      link.on("user-disconnect", ({ sid }) => {
        if (sid === this.#self.get()?.sid) this.#end("removed");
      }),
      this.#mediaState.subscribe(() => {
        this.#tellMedia(told);
        told = this.#mediaState.get();
      }),
      this.#page.onHide(() => this.#onPageHide()),
      this.#page.watchShown((isShown) => {
        this.#isShown = isShown;
        this.#demand();
      }),
      this.#participants.subscribe(() => this.#demand()),
    ];
  }

  get status(): Store<MeetingStatus> {
    return this.#status;
  }
  get isEntering(): Store<boolean> {
    return this.#isEntering;
  }
  get room(): Store<Room | undefined> {
    return this.#room;
  }
  get self(): Store<Self | undefined> {
    return this.#self;
  }
  get participants(): Store<readonly Participant[]> {
    return this.#participants;
  }
  get server(): Store<ServerState> {
    return this.#server.state;
  }
  get chat(): Chat {
    return this.#chat;
  }

  join(request: JoinRequest): Promise<Result<void, Problem>> {
    this.#request = request;
    return this.#getIn(request.nickname.trim(), () =>
      this.#link.request("join-room", joinBody(request)),
    );
  }

  async resume(roomName: string): Promise<Result<void, Problem>> {
    const seat = seatIn(roomName, this.#page.storage);
    if (seat === undefined) return failure({ code: "MEMBER_NOT_FOUND", message: "no seat here" });
    this.#request = { roomName, nickname: seat.nickname };
    const result = await this.#getIn(seat.nickname, () =>
      this.#link.request("resume", { token: seat.token, fresh: true }),
    );
    const lasting = !result.ok && result.problem.code !== "OFFLINE" && !isPassing(result.problem);
    if (lasting) keepSeat(roomName, undefined, this.#page.storage);
    return result;
  }

  async leave(): Promise<void> {
    if (this.#status.get() !== "in-room") {
      this.#end("left");
      return;
    }
    this.#status.set("left"); // from here on nobody takes the seat back
    this.#others?.mesh.goodbye();
    if (this.#link.state.get() === "online") await this.#link.request("leave-room", {});
    else await pause(this.#platform, GOODBYE_MS);
    this.#end("left");
  }

  setPinned(sid: string | undefined): void {
    this.#pinned = sid;
    this.#demand();
  }

  startScreen(): Promise<Result<void, ScreenProblem>> {
    return this.#media.startScreen();
  }

  stopScreen(): void {
    this.#media.stopScreen();
  }

  close(): void {
    // The socket is the page's and stays open: without a word the server would keep a ghost.
    if (this.#status.get() === "in-room") this.leave().catch(this.#report);
    for (const undo of this.#undo.splice(0)) undo();
    this.#mediaState.close();
    this.#reserve.close();
    this.#server.close();
    this.#dismiss();
  }

  async #getIn(
    nickname: string,
    ask: () => Promise<Result<UserList, Problem>>,
  ): Promise<Result<void, Problem>> {
    const asked = this.#link.state.get() === "online" ? ask() : this.#askOnceOpen(ask);
    this.#isEntering.set(true);
    this.#status.set("joining"); // is drawn at once, so the question went out before
    const answer = await asked;
    if (!answer.ok) {
      this.#status.set("new");
      this.#isEntering.set(false);
      return answer;
    }
    const connection = this.#link.id();
    this.#meet(answer.value, { nickname, begins: true });
    await this.#others?.underWay();
    void this.#endEntrance();
    if (this.#others === undefined) return success(undefined); // left meanwhile
    this.#enter(answer.value, nickname);
    if (this.#link.id() !== connection) this.#onLink(); // the one that was answered is no more
    return success(undefined);
  }

  async #endEntrance(): Promise<void> {
    const { clock } = this.#platform;
    await until(this.#participants, areConnected, { clock, ms: ENTERED_WITHIN_MS });
    this.#isEntering.set(false);
  }

  async #askOnceOpen(
    ask: () => Promise<Result<UserList, Problem>>,
  ): Promise<Result<UserList, Problem>> {
    const { clock } = this.#platform;
    const open = await until(this.#link.state, isOnline, { clock, ms: OPEN_WITHIN_MS });
    return open ? ask() : failure({ code: "OFFLINE", message: "the server cannot be reached" });
  }

  /** What the server says of the room, for a meeting that is on the screen. */
  #goOn(list: UserList, how: { readonly nickname: string; readonly begins: boolean }): void {
    this.#meet(list, how);
    this.#enter(list, how.nickname);
  }

  /** The links to everybody on the list. */
  #meet(list: UserList, how: { readonly nickname: string; readonly begins: boolean }): void {
    const self = { sid: list.my_id, name: how.nickname };
    if (this.#self.get()?.sid !== self.sid) this.#dismiss(); // we are somebody else now
    const renewed = this.#others === undefined;
    this.#others ??= this.#meetOthers(self, list);
    this.#self.set(self);
    this.#others.reconcile(list, { begins: how.begins || renewed });
  }

  /** We are in, and it may be shown. */
  #enter(list: UserList, nickname: string): void {
    this.#reserve.close(); // from here on the newcomers offer
    this.#room.set(list.room);
    this.#token = list.resume_token;
    keepSeat(list.room.roomName, { nickname, token: list.resume_token }, this.#page.storage);
    this.#status.set("in-room");
    if (this.#link.state.get() === "online") this.#server.returned();
    else this.#server.gone();
    this.#tellMedia(undefined);
  }

  #meetOthers(self: Self, list: UserList): RoomMesh {
    this.#letSleep = this.#page.stayAwake();
    return new RoomMesh({
      link: this.#link,
      platform: this.#platform,
      media: this.#media,
      reserve: this.#reserve,
      mediaState: this.#mediaState,
      self,
      iceServers: iceServersOf(list.ice_servers),
      chat: this.#chat,
      participants: this.#participants,
      report: this.#report,
    });
  }

  #onLink(): void {
    if (this.#status.get() !== "in-room") return;
    if (this.#link.state.get() === "online") {
      this.#others?.mesh.serverBack();
      void this.#comeBack();
    } else this.#server.gone();
  }

  /** The server is there again: takes the seat back, or a new one, or ends the meeting. */
  async #comeBack(): Promise<void> {
    const self = this.#self.get();
    if (self === undefined) return;
    const resumed = await this.#link.request("resume", { token: this.#token, fresh: false });
    if (this.#status.get() !== "in-room") return;
    if (resumed.ok) {
      this.#goOn(resumed.value, { nickname: self.name, begins: false });
      return;
    }
    if (resumed.problem.code === "OFFLINE") return; // the next connection tries again
    if (isPassing(resumed.problem)) {
      await pause(this.#platform, (resumed.problem.retryAfter ?? 0) * 1_000 || AGAIN_MS);
      if (this.#link.state.get() === "online") await this.#comeBack();
      return;
    }
    await this.#joinAgain(self);
  }

  async #joinAgain(self: Self): Promise<void> {
    if (this.#request === undefined) return;
    const joined = await this.#link.request("join-room", joinBody(this.#request));
    if (this.#status.get() !== "in-room") return;
    if (joined.ok) {
      this.#goOn(joined.value, { nickname: self.name, begins: true });
    } else if (joined.problem.code !== "OFFLINE") this.#end("removed");
  }

  /** Tells the server what we send, as far as it differs from what it was told. */
  #tellMedia(told: MediaState | undefined): void {
    if (this.#status.get() !== "in-room" || this.#link.state.get() !== "online") return;
    const { audio, video, sharing } = this.#mediaState.get();
    if (told?.audio !== audio || told.video !== video) {
      void this.#link.request("media-state", { audio, video });
    }
    if ((told?.sharing ?? false) !== sharing) {
      void this.#link.request(sharing ? "share-start" : "share-end", {});
    }
  }

  #onPageHide(): void {
    const id = this.#link.id();
    if (this.#status.get() !== "in-room" || id === undefined) return;
    this.#page.beacon(`/room/closing?socketId=${encodeURIComponent(id)}`);
  }

  /** Tells everybody how large we show them. On a page that is in sight every tile is. */
  #demand(): void {
    for (const { sid } of this.#participants.get()) {
      const size = this.#pinned === sid ? "pinned" : "normal";
      this.#others?.mesh.show(sid, this.#isShown ? size : "hidden");
    }
  }

  #end(status: "left" | "removed"): void {
    const room = this.#room.get();
    if (room !== undefined) keepSeat(room.roomName, undefined, this.#page.storage);
    this.#status.set(status);
    this.#dismiss();
  }

  #dismiss(): void {
    this.#others?.close();
    this.#others = undefined;
    this.#letSleep();
    this.#letSleep = () => undefined;
  }
}

function joinBody({ roomName, nickname, password }: JoinRequest): ClientBody<"join-room"> {
  const body = { roomName, userNickname: nickname.trim() };
  return password === undefined || password === "" ? body : { ...body, roomPassword: password };
}

function areConnected(participants: readonly Participant[]): boolean {
  return participants.every(({ state }) => state === "connected");
}

function isOnline(state: LinkState): boolean {
  return state === "online";
}

/** Refusals that say "not now" rather than "no". */
function isPassing({ code }: Problem): boolean {
  return ["TIMEOUT", "SERVICE_UNAVAILABLE", "RATE_LIMITED", "INTERNAL_ERROR"].includes(code);
}

function pause({ clock }: Platform, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}
