import { createLocalMedia, createStore, type Store } from "@eyestalk/mesh";
import { useEffect, useState } from "react";
import { browserKind } from "../lib/browser.ts";
import { clientConfig } from "../lib/rooms-api.ts";
import type { ServerLink } from "../session/index.ts";
import { ConnectionCheck } from "./connection-check.ts";
import type { Findings } from "./findings.ts";
import { gather } from "./gather.ts";

/** Checks while the component is shown. Nothing is known for the first drawing. */
export function useConnectionCheck(link: ServerLink): Store<Findings> {
  const [findings, setFindings] = useState(NOTHING_YET);
  useEffect(() => {
    const media = createLocalMedia();
    const check = new ConnectionCheck({
      browser: browserKind(navigator.userAgent),
      media,
      live: link.state,
      askServer: iceUrls,
      gather,
    });
    setFindings(check.findings); // oxlint-disable-line react/set-state-in-effect -- it must not ask while drawing
    void check.run();
    return () => {
      check.close();
      media.close();
    };
  }, [link]);
  return findings;
}

const NOTHING_YET: Store<Findings> = createStore<Findings>({});

async function iceUrls(signal: AbortSignal): Promise<readonly string[] | undefined> {
  try {
    const got = await clientConfig(signal);
    return got.ok ? got.value.iceUrls : undefined;
  } catch {
    return undefined; // the page was left meanwhile: nobody reads the answer
  }
}
