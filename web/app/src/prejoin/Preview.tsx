import type { LocalMedia, Store } from "@eyestalk/mesh";
import { Mic, MicOff, RotateCw, Video, VideoOff } from "lucide-react";
import { useMemo } from "react";
import { useT } from "../i18n/index.ts";
import { attachStream } from "../lib/attach-stream.ts";
import { browserKind } from "../lib/browser.ts";
import { useStore } from "../lib/use-store.ts";
import { Button } from "../ui/Button.tsx";
import { deviceMessage, type DeviceKind } from "./device-message.ts";
import { DeviceToggle } from "./DeviceToggle.tsx";
import { LevelMeter } from "./LevelMeter.tsx";
import styles from "./Preview.module.css";

export interface PreviewProps {
  media: LocalMedia;
  /** Nobody looks into the mirror any more: the picture stands still. */
  isEntering: Store<boolean>;
}

/** The mirror of this person, or the sentence that says why there is none. */
export function Preview({ media, isEntering }: PreviewProps) {
  const t = useT();
  const camera = useStore(media.camera);
  const microphone = useStore(media.microphone);
  const stream = useStore(media.preview);
  const attach = useMemo(() => attachStream(stream, isEntering), [stream, isEntering]);
  return (
    <section className={styles.preview} aria-label={t("prejoin.preview")}>
      <div className={styles.picture}>
        <video ref={attach} className={styles.video} autoPlay playsInline muted />
        {camera !== "on" && (
          <div className={styles.message}>
            <VideoOff size={32} aria-hidden="true" />
            <DeviceNote media={media} kind="camera" />
          </div>
        )}
        <div className={styles.controls}>
          <div className={styles.toggles}>
            <DeviceToggle
              icons={{ on: Mic, off: MicOff }}
              state={microphone}
              words={{ on: "prejoin.microphoneOn", off: "prejoin.microphoneOff" }}
              onToggle={() => void media.toggleMicrophone()}
              data-testid="toggle-microphone"
            />
            <DeviceToggle
              icons={{ on: Video, off: VideoOff }}
              state={camera}
              words={{ on: "prejoin.cameraOn", off: "prejoin.cameraOff" }}
              onToggle={() => void media.toggleCamera()}
              data-testid="toggle-camera"
            />
          </div>
          {microphone === "on" && <LevelMeter level={media.level} />}
        </div>
      </div>
      {microphone !== "on" && microphone !== "off" && (
        <div className={styles.below}>
          <MicOff size={20} aria-hidden="true" />
          <DeviceNote media={media} kind="microphone" />
        </div>
      )}
    </section>
  );
}

function openAgain(media: LocalMedia, kind: DeviceKind): Promise<void> {
  return kind === "camera" ? media.toggleCamera() : media.toggleMicrophone();
}

/** What happened to a device, how to change it here, and a button to ask for it again. */
function DeviceNote({ media, kind }: { media: LocalMedia; kind: DeviceKind }) {
  const t = useT();
  const state = useStore(media[kind]);
  const message = deviceMessage(kind, state, browserKind(navigator.userAgent));
  if (!message) return null;
  return (
    <div className={styles.note} role="alert">
      <p>{message.lines.map((line) => t(line)).join(" ")}</p>
      {message.canRetry && (
        <Button icon={RotateCw} onClick={() => void openAgain(media, kind)}>
          {t("device.again")}
        </Button>
      )}
    </div>
  );
}
