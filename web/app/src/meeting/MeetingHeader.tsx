import type { ConnectionView } from "@eyestalk/mesh";
import { ShieldCheck, UserPlus } from "lucide-react";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { clock, clockText } from "../lib/time.ts";
import { useStore } from "../lib/use-store.ts";
import type { Participant } from "../session/index.ts";
import { Popover } from "../ui/Popover.tsx";
import { Spoken } from "../ui/Spoken.tsx";
import { ConnectionDetails } from "./ConnectionDetails.tsx";
import { InviteLink } from "./Invite.tsx";
import styles from "./MeetingHeader.module.css";
import { overall, qualityText } from "./quality.ts";

const seconds = clock(1_000);

export interface MeetingHeaderProps {
  roomName: string;
  link: string;
  participants: readonly Participant[];
}

/** Which meeting, since when, and how the connections do. */
export function MeetingHeader({ roomName, link, participants }: MeetingHeaderProps) {
  const t = useT();
  const summary = overall(participants);
  const words = summary && qualityText(summary, t);
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>{roomName}</h1>
      <Duration />
      <div className={styles.right}>
        <Popover icon={UserPlus} label={t("invite.link")} title={t("invite.link")} side="below">
          <InviteLink link={link} />
        </Popover>
        {summary && words && (
          <div className={styles[summary.quality]}>
            <Popover
              icon={ShieldCheck}
              label={t("quality.open", { summary: words })}
              text={<QualityWords link={summary} />}
              title={t("quality.title")}
              side="below"
            >
              <ConnectionDetails participants={participants} />
            </Popover>
          </div>
        )}
      </div>
    </header>
  );
}

/** Both words where there is room; the one that matters where there is not. */
function QualityWords({ link }: { link: ConnectionView }) {
  const t = useT();
  return (
    <>
      <span className={styles.both}>{qualityText(link, t)}</span>
      <span className={styles.one}>{t(`quality.${link.quality}`)}</span>
    </>
  );
}

function Duration() {
  const t = useT();
  const [since] = useState(() => Date.now());
  const now = useStore(seconds);
  return (
    <span className={styles.duration}>
      <Spoken>{t("meeting.duration")} </Spoken>
      <span role="timer">{clockText(now - since)}</span>
    </span>
  );
}
