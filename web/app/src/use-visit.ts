import { useEffect, useState } from "react";
import { openVisit, type Visit } from "./visit.ts";
import type { ServerLink } from "./session/index.ts";

export type { Visit } from "./visit.ts";

/** Opens what one visit of a room needs, and closes it with the page. Undefined for one drawing. */
export function useVisit(link: ServerLink, roomName: string): Visit | undefined {
  const [visit, setVisit] = useState<Visit>();
  useEffect(() => {
    const opened = openVisit(link, roomName);
    setVisit(opened); // oxlint-disable-line react/set-state-in-effect -- it must not open while drawing
    return () => opened.close();
  }, [link, roomName]);
  return visit;
}
