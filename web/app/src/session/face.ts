import type {
  ConnectionView,
  FailureReason,
  Restarts,
  Result,
  ScreenProblem,
  Store,
} from "@eyestalk/mesh";
import type { ProblemCode, Room } from "@eyestalk/protocol";

/** Why a request to the server came to nothing. `OFFLINE` and `TIMEOUT` are this side's own words. */
export interface Problem {
  readonly code: ProblemCode | "OFFLINE" | "TIMEOUT";
  readonly message: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[] | undefined;
  /** Seconds until another attempt makes sense. */
  readonly retryAfter?: number | undefined;
}

/**
 * How another person stands, one word for their tile.
 *
 * - `away`: the server lost them and their media has not come up
 * - `lost`: nothing is heard of them any more; they will be back or gone in seconds
 * - `failed`: no way between the two networks; `failure` says why, `retry()` tries again
 */
export type ParticipantState =
  "connecting" | "connected" | "reconnecting" | "away" | "lost" | "failed";

/** Another person in the room. A new object whenever something about them changed. */
export interface Participant {
  readonly sid: string;
  readonly name: string;
  readonly audio: boolean;
  readonly video: boolean;
  readonly sharing: boolean;
  readonly speaking: boolean;
  readonly state: ParticipantState;
  readonly failure: FailureReason | undefined;
  readonly connection: ConnectionView;
  readonly restarts: Restarts;
  /** Camera and microphone together; stays the same object over repairs. */
  readonly cameraStream: MediaStream | undefined;
  readonly screenStream: MediaStream | undefined;
  /** Builds the connection to them anew. */
  readonly retry: () => void;
}

/** This person. */
export interface Self {
  readonly sid: string;
  readonly name: string;
}

/** Where this meeting stands. `removed`: the server let go of us and did not take us back. */
export type MeetingStatus = "new" | "joining" | "in-room" | "left" | "removed";

/** The server, as the meeting sees it. `back` holds for some seconds after `offline`. */
export type ServerState = "online" | "offline" | "back";

/** One line of the chat. */
export interface ChatLine {
  readonly id: string;
  /** When it was sent, by the server's clock (this side's while pending). */
  readonly at: Date;
  readonly kind: "room" | "dm" | "system";
  /** Who wrote it, or whom a system line is about. */
  readonly sender: { readonly sid: string; readonly name: string };
  /** Empty in a system line. */
  readonly text: string;
  readonly mine: boolean;
  readonly delivery: "pending" | "sent" | "failed";
  /** Why it failed. */
  readonly problem?: Problem | undefined;
  /** A direct message's other end: "to NAME" or "from NAME". */
  readonly direct?:
    { readonly way: "to" | "from"; readonly sid: string; readonly name: string } | undefined;
  /** What a system line says. */
  readonly notice?: "joined" | "left" | "disconnected" | undefined;
}

/** The chat of one meeting. */
export interface Chat {
  readonly lines: Store<readonly ChatLine[]>;
  /** Lines of others since `markRead`. */
  readonly unread: Store<number>;
  /** Sends to everybody, or to one person. The line stands in `lines` at once, `pending`. */
  readonly send: (text: string, to?: string) => void;
  /** Sends a failed line again. */
  readonly resend: (id: string) => void;
  readonly markRead: () => void;
}

/** What a person types to enter. */
export interface JoinRequest {
  readonly roomName: string;
  readonly nickname: string;
  readonly password?: string | undefined;
}

/** One meeting of one person: socket, mesh and chat together. */
export interface MeetingSession {
  readonly status: Store<MeetingStatus>;
  /** From the question to enter until everybody there is connected, 1.5 s after the answer at most. */
  readonly isEntering: Store<boolean>;
  readonly room: Store<Room | undefined>;
  readonly self: Store<Self | undefined>;
  /** The others, in the order they came. */
  readonly participants: Store<readonly Participant[]>;
  readonly server: Store<ServerState>;
  readonly chat: Chat;

  /** Enters the room. On a refusal nothing changed and another attempt may follow. */
  join(request: JoinRequest): Promise<Result<void, Problem>>;
  /** After a reload: takes the seat back that this tab holds in that room, see `seatIn`. */
  resume(roomName: string): Promise<Result<void, Problem>>;
  /** Leaves for good and closes every connection. The media stays open: it is the caller's. */
  leave(): Promise<void>;
  /** The person shown large; they are told to send more. Undefined: nobody. */
  setPinned(sid: string | undefined): void;
  startScreen(): Promise<Result<void, ScreenProblem>>;
  stopScreen(): void;
  /** For when the page shows something else: leaves if in a room, closes all. Twice is fine. */
  close(): void;
}
