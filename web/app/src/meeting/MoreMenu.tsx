import type { LocalMedia } from "@eyestalk/mesh";
import { Ellipsis } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { canChooseSpeaker } from "../lib/browser.ts";
import { DeviceSelects } from "../ui/DeviceSelects.tsx";
import { Popover } from "../ui/Popover.tsx";
import { ReportsSwitch } from "../ui/ReportsSwitch.tsx";
import bar from "./ControlBar.module.css";
import styles from "./MoreMenu.module.css";
import { shortcutText } from "./shortcuts.ts";

/** Devices in the meeting, and the keys that help. */
export function MoreMenu({ media }: { media: LocalMedia }) {
  const t = useT();
  return (
    <Popover
      icon={Ellipsis}
      label={t("meeting.more")}
      title={t("devices.title")}
      side="above"
      buttonClass={bar.round}
    >
      <DeviceSelects media={media} />
      {!canChooseSpeaker() && <p className={styles.note}>{t("devices.noSpeakerChoice")}</p>}
      <ReportsSwitch />
      <h3 className={styles.title}>{t("devices.shortcuts")}</h3>
      <ul className={styles.keys}>
        <li>
          <span>{t("prejoin.microphone")}</span> <kbd>{shortcutText("D")}</kbd>
        </li>
        <li>
          <span>{t("prejoin.camera")}</span> <kbd>{shortcutText("E")}</kbd>
        </li>
        <li>
          <span>{t("tile.shrink")}</span> <kbd>Esc</kbd>
        </li>
      </ul>
    </Popover>
  );
}
