import type { LocalMedia } from "@eyestalk/mesh";
import { useState, type ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { useStore } from "../lib/use-store.ts";
import type { MeetingSession } from "../session/index.ts";
import { Announcer } from "./Announcer.tsx";
import { useAutoHide } from "./auto-hide.ts";
import { BannerBar } from "./BannerBar.tsx";
import { ControlBar } from "./ControlBar.tsx";
import { InviteCard } from "./Invite.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { MeetingHeader } from "./MeetingHeader.tsx";
import styles from "./MeetingPage.module.css";
import { MoreMenu } from "./MoreMenu.tsx";
import type { Playback } from "./playback.ts";
import { listenForShortcuts } from "./shortcuts.ts";
import { Stage } from "./Stage.tsx";
import { useBanner } from "./use-banner.ts";
import { useControls } from "./use-controls.ts";
import { useSpotlight } from "./use-spotlight.ts";
import { useTiles } from "./use-tiles.ts";

export interface MeetingProps {
  roomName: string;
  /** The address to invite others with. */
  link: string;
  session: MeetingSession;
  media: LocalMedia;
  playback: Playback;
  /** The chat, to be drawn while it is open. */
  renderChat: (close: () => void) => ReactNode;
  onLeave: () => void;
}

/** The meeting: faces first, everything else steps back until it is wanted. */
export function MeetingPage(props: MeetingProps) {
  const { roomName, link, session, media, playback } = props;
  const t = useT();
  const participants = useStore(session.participants);
  const unread = useStore(session.chat.unread);
  const tiles = useTiles(session, media);
  const [spotlight, choose, backToAll] = useSpotlight(session, tiles);
  const { screenProblem, ...devices } = useControls(session, media);
  const [banner, dismiss] = useBanner({ session, media, playback, screenProblem });
  const [isChatOpen, setChatOpen] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [isBarHidden, watchPage] = useAutoHide();
  const isAlone = participants.length === 0;
  return (
    <div
      className={styles.meeting}
      ref={listenForShortcuts({
        microphone: devices.microphone.toggle,
        camera: devices.camera.toggle,
        escape: backToAll,
      })}
    >
      <title>{`${unread > 0 ? `(${unread}) ` : ""}${roomName} · ${t("app.name")}`}</title>
      <main className={styles.room} ref={watchPage}>
        <MeetingHeader roomName={roomName} link={link} participants={participants} />
        <BannerBar banner={banner} onHear={playback.unblock} onDismiss={dismiss} />
        <div className={styles.middle} data-alone={isAlone}>
          <Stage
            tiles={tiles}
            spotlight={spotlight}
            playback={playback}
            isEntering={session.isEntering}
            onChoose={choose}
          />
          {isAlone && <InviteCard link={link} />}
        </div>
        <ControlBar
          view={{
            ...devices,
            chat: { isOpen: isChatOpen, unread, toggle: () => setChatOpen(!isChatOpen) },
            leave: () => setLeaving(true),
          }}
          isHidden={isBarHidden}
          more={<MoreMenu media={media} />}
        />
        <Announcer chat={session.chat} />
      </main>
      {isChatOpen && props.renderChat(() => setChatOpen(false))}
      {isLeaving && (
        <LeaveDialog isLast={isAlone} onStay={() => setLeaving(false)} onLeave={props.onLeave} />
      )}
    </div>
  );
}
