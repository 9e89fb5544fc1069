import type { Result, Store } from "@eyestalk/mesh";
import type { CallReport } from "./lib/send-report.ts";
import type { MeetingStatus, Participant, Problem } from "./session/index.ts";

export interface CallReportsOptions {
  readonly status: Store<MeetingStatus>;
  readonly participants: Store<readonly Participant[]>;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly tell: (report: CallReport) => void;
}

/** Notices what is worth reporting of one visit, and tells each thing once. */
export class CallReports {
  readonly #options: CallReportsOptions;
  readonly #told = new Set<string>();
  readonly #undo: () => void;
  /** Who was there when we came. */
  readonly #present = new Set<string>();
  /** When Join was pressed; undefined when the way in is told, or was a reload. */
  #pressedAt: number | undefined;

  constructor(options: CallReportsOptions) {
    this.#options = options;
    this.#undo = options.participants.subscribe(() => this.#look());
  }

  /** Join was pressed. */
  joining(): void {
    this.#pressedAt = this.#options.now();
  }

  /** What the server said to that. */
  answered(answer: Result<void, Problem>): void {
    if (answer.ok) return;
    this.#pressedAt = undefined;
    const { code } = answer.problem;
    if (code === "OFFLINE" || code === "TIMEOUT") {
      this.#options.tell({ kind: "failure", failure: "server-unreachable" });
    }
  }

  close(): void {
    this.#undo();
  }

  #look(): void {
    const { status, participants } = this.#options;
    for (const participant of participants.get()) {
      if (status.get() === "joining") this.#present.add(participant.sid);
      this.#lookAt(participant);
    }
  }

  #lookAt({ sid, state, connection, failure, restarts }: Participant): void {
    if (state === "connected" && this.#present.has(sid)) this.#tellJoinTime();
    if (connection.path !== "unknown") {
      this.#tellOnce(`${sid} path`, { kind: "path", path: connection.path });
    }
    if (failure !== undefined) this.#tellOnce(`${sid} ${failure}`, { kind: "failure", failure });
    for (const restart of ["recovered", "failed"] as const) {
      for (let number = 1; number <= restarts[restart]; number += 1) {
        this.#tellOnce(`${sid} ${restart} ${number}`, { kind: "ice-restart", restart });
      }
    }
  }

  #tellJoinTime(): void {
    if (this.#pressedAt === undefined) return;
    const joinMs = Math.round(this.#options.now() - this.#pressedAt);
    this.#pressedAt = undefined;
    this.#options.tell({ kind: "join-time", joinMs });
  }

  #tellOnce(what: string, report: CallReport): void {
    if (this.#told.has(what)) return;
    this.#told.add(what);
    this.#options.tell(report);
  }
}
