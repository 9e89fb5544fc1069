import type { ClientConfig } from "@eyestalk/protocol";
import { useState } from "react";
import { ChatPanel } from "./chat/ChatPanel.tsx";
import { useT } from "./i18n/index.ts";
import { roomPath } from "./lib/links.ts";
import { useStore } from "./lib/use-store.ts";
import { LeftPage } from "./meeting/LeftPage.tsx";
import { MeetingPage } from "./meeting/MeetingPage.tsx";
import { PreJoinPage, type Entry } from "./prejoin/PreJoinPage.tsx";
import type { MeetingSession, ServerLink } from "./session/index.ts";
import { LoadingPage } from "./ui/LoadingPage.tsx";
import { useVisit, type Visit } from "./use-visit.ts";

export interface RoomPageProps {
  link: ServerLink;
  config: ClientConfig;
  roomName: string;
  /** Set when this person has just created the room. */
  created?: Entry | undefined;
}

/** One room from the mirror to the goodbye. Joining again is a new visit, with nothing left over. */
export function RoomPage(props: RoomPageProps) {
  const [visits, setVisits] = useState(1);
  return <RoomVisit key={visits} {...props} onAgain={() => setVisits(visits + 1)} />;
}

interface RoomVisitProps extends RoomPageProps {
  onAgain: () => void;
}

function RoomVisit({ onAgain, ...props }: RoomVisitProps) {
  const visit = useVisit(props.link, props.roomName);
  return visit ? <RoomScreen visit={visit} onAgain={onAgain} {...props} /> : <LoadingPage />;
}

function RoomScreen({
  visit,
  roomName,
  config,
  created,
  onAgain,
}: RoomVisitProps & { visit: Visit }) {
  const t = useT();
  const { session, media, playback } = visit;
  const status = useStore(session.status);
  const isReturning = useStore(visit.isReturning);
  switch (status) {
    case "new":
    case "joining":
      if (isReturning) return <LoadingPage text={t("prejoin.rejoining")} />;
      return (
        <PreJoinPage
          roomName={roomName}
          media={media}
          isEntering={session.isEntering}
          known={created ?? nameInAddress()}
          maxCapacity={config.maxCapacity}
          defaultCapacity={config.defaultCapacity}
          join={visit.join}
        />
      );
    case "in-room":
      return (
        <MeetingPage
          roomName={roomName}
          link={location.origin + roomPath(roomName)}
          session={session}
          media={media}
          playback={playback}
          renderChat={(close) => <RoomChat session={session} onClose={close} />}
          onLeave={() => void session.leave()}
        />
      );
    case "left":
    case "removed":
      return <LeftPage why={status} onAgain={onAgain} />;
  }
}

function RoomChat({ session, onClose }: { session: MeetingSession; onClose: () => void }) {
  const participants = useStore(session.participants);
  return <ChatPanel chat={session.chat} recipients={participants} onClose={onClose} />;
}

/** `?name=` of the link: whoever sent it knows what the guest is called. */
function nameInAddress(): Partial<Entry> {
  const nickname = new URLSearchParams(location.search).get("name");
  return nickname ? { nickname } : {};
}
