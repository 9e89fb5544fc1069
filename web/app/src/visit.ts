import {
  createLocalMedia,
  createStore,
  watch,
  type LocalMedia,
  type Result,
  type Store,
} from "@eyestalk/mesh";
import { CallReports } from "./call-reports.ts";
import { followMediaState, keepMediaState, lastMediaChoice } from "./lib/media-choice.ts";
import { pause } from "./lib/pause.ts";
import { sendReport } from "./lib/send-report.ts";
import { createPlayback, type Playback } from "./meeting/playback.ts";
import {
  createMeeting,
  seatIn,
  type JoinRequest,
  type MeetingSession,
  type Problem,
  type ServerLink,
} from "./session/index.ts";

/** How long a person looks at "taking you back in" while the server is away. Milliseconds. */
const PATIENCE_MS = 8_000;

/** Everything one visit of a room has open. */
export interface Visit {
  readonly media: LocalMedia;
  readonly session: MeetingSession;
  readonly playback: Playback;
  /** True while this tab takes the seat back that it held before a reload. */
  readonly isReturning: Store<boolean>;
  readonly join: (request: JoinRequest) => Promise<Result<void, Problem>>;
  /** Lets go of the devices and of all connections. */
  readonly close: () => void;
}

/** Opens the devices as last time, and takes a seat back that this tab held before a reload. */
export function openVisit(link: ServerLink, roomName: string): Visit {
  const media = createLocalMedia();
  const session = createMeeting({ link, media });
  const playback = createPlayback();
  const isReturning = createStore(seatIn(roomName) !== undefined);

  const reports = new CallReports({
    status: session.status,
    participants: session.participants,
    now: () => performance.now(),
    tell: sendReport,
  });

  const { audio, video, devices } = lastMediaChoice();
  void media.open({ audio, video, devices });
  const patience = new AbortController();
  if (isReturning.get()) void takeSeatBack();

  /** Does not wait for the devices: the seat is kept for two seconds only. */
  async function takeSeatBack(): Promise<void> {
    const isOnline = await Promise.race([online(link), timeout(patience.signal)]);
    // Refused or too late: the pre-join page asks again.
    if (isOnline && !patience.signal.aborted) await session.resume(roomName);
    isReturning.set(false);
  }

  const undo = [
    followMediaState(media, () => session.status.get() === "in-room"),
    watch(media.chosen, ({ speaker }) => playback.chooseSpeaker(speaker)),
    watch(session.status, (status) => {
      if (status === "left" || status === "removed") media.close();
    }),
    () => patience.abort(),
    () => reports.close(),
    () => session.close(),
    () => media.close(),
  ];
  return {
    media,
    session,
    playback,
    isReturning,
    join: async (request) => {
      keepMediaState(media);
      reports.joining();
      const answer = await session.join(request);
      reports.answered(answer);
      return answer;
    },
    close: () => {
      for (const each of undo) each();
    },
  };
}

/** True with the first connection; a page that was reloaded has none yet. */
function online(link: ServerLink): Promise<true> {
  return new Promise((resolve) => {
    const stop = link.state.subscribe(check);
    check();
    function check(): void {
      if (link.state.get() !== "online") return;
      stop();
      resolve(true);
    }
  });
}

/** False when the person has looked at "taking you back in" for long enough, or left. */
async function timeout(signal: AbortSignal): Promise<false> {
  try {
    await pause(PATIENCE_MS, signal);
  } catch {
    // The visit is over; nobody waits any more.
  }
  return false;
}
