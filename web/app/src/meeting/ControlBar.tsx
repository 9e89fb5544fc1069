import {
  LogOut,
  MessageSquare,
  Mic,
  MicOff,
  MonitorUp,
  MonitorX,
  Video,
  VideoOff,
} from "lucide-react";
import type { ReactNode } from "react";
import { useT, type PlainKey } from "../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import { BarButton } from "./BarButton.tsx";
import styles from "./ControlBar.module.css";
import { shortcutText } from "./shortcuts.ts";

/** Something that is on or off. Without `toggle` it cannot be changed now; `why` says why. */
export interface Switch {
  readonly on: boolean;
  readonly toggle: (() => void) | undefined;
  readonly why?: PlainKey | undefined;
}

export interface ControlBarView {
  readonly microphone: Switch;
  readonly camera: Switch;
  readonly screen: Switch;
  readonly chat: { readonly isOpen: boolean; readonly unread: number; readonly toggle: () => void };
  readonly leave: () => void;
}

export interface ControlBarProps {
  view: ControlBarView;
  isHidden: boolean;
  /** What stands between chat and leave: devices and details. */
  more: ReactNode;
}

/** What a person does in a meeting, in one row. */
export function ControlBar({ view, isHidden, more }: ControlBarProps) {
  const t = useT();
  const { microphone, camera, screen, chat } = view;
  return (
    <div
      className={styles.bar}
      role="toolbar"
      aria-label={t("meeting.controls")}
      data-bar
      data-hidden={isHidden}
    >
      <BarButton
        icon={microphone.on ? Mic : MicOff}
        tone={microphone.on ? "plain" : "off"}
        label={t(microphone.on ? "meeting.muteMicrophone" : "meeting.unmuteMicrophone")}
        shortcut={shortcutText("D")}
        {...press(microphone, t)}
        data-testid="toggle-microphone"
      />
      <BarButton
        icon={camera.on ? Video : VideoOff}
        tone={camera.on ? "plain" : "off"}
        label={t(camera.on ? "meeting.stopCamera" : "meeting.startCamera")}
        shortcut={shortcutText("E")}
        {...press(camera, t)}
        data-testid="toggle-camera"
      />
      <BarButton
        icon={screen.on ? MonitorX : MonitorUp}
        tone={screen.on ? "active" : "plain"}
        label={t(screen.on ? "meeting.stopSharing" : "meeting.shareScreen")}
        {...press(screen, t)}
        data-testid="toggle-screen"
      />
      <BarButton
        icon={MessageSquare}
        tone={chat.isOpen ? "active" : "plain"}
        label={
          chat.unread > 0 ? t("meeting.chatUnread", { count: chat.unread }) : t("meeting.chat")
        }
        badge={chat.unread}
        aria-expanded={chat.isOpen}
        onClick={chat.toggle}
        data-testid="toggle-chat"
      />
      {more}
      <Button
        tone="danger"
        icon={LogOut}
        className={styles.leave}
        onClick={view.leave}
        data-testid="leave"
      >
        {t("meeting.leave")}
      </Button>
    </div>
  );
}

function press({ toggle, why, on }: Switch, t: (key: PlainKey) => string) {
  return { onClick: toggle, why: toggle ? undefined : why && t(why), "data-on": on };
}
