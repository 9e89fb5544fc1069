import type { LocalMedia } from "@eyestalk/mesh";
import { useState } from "react";
import { canShareScreen } from "../lib/browser.ts";
import { useStore } from "../lib/use-store.ts";
import type { MeetingSession } from "../session/index.ts";
import type { ControlBarView } from "./ControlBar.tsx";
import type { BannerFacts } from "./banners.ts";

type Devices = Pick<ControlBarView, "microphone" | "camera" | "screen">;

export interface Controls extends Devices {
  /** Why the last attempt to share a screen failed, if it did. */
  readonly screenProblem: BannerFacts["screenProblem"];
}

/** Microphone, camera and screen as switches. While a device answers it cannot be switched. */
export function useControls(session: MeetingSession, media: LocalMedia): Controls {
  const microphone = useStore(media.microphone);
  const camera = useStore(media.camera);
  const screen = useStore(media.screen);
  const [screenProblem, setProblem] = useState<BannerFacts["screenProblem"]>();
  const share = async (): Promise<void> => {
    const started = await session.startScreen();
    if (started.ok || started.problem === "cancelled") return;
    setProblem({ id: Date.now(), kind: started.problem });
  };
  return {
    microphone: {
      on: microphone === "on",
      toggle: microphone === "starting" ? undefined : () => void media.toggleMicrophone(),
      why: "meeting.noMicrophone",
    },
    camera: {
      on: camera === "on",
      toggle: camera === "starting" ? undefined : () => void media.toggleCamera(),
      why: "meeting.noCamera",
    },
    screen: {
      on: screen !== undefined,
      toggle: screen
        ? () => session.stopScreen()
        : canShareScreen()
          ? () => void share()
          : undefined,
      why: "meeting.noScreen",
    },
    screenProblem,
  };
}
