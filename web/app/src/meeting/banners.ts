import type { MediaNotice } from "@eyestalk/mesh";
import type { ServerState } from "../session/index.ts";

type BannerKind =
  | "autoplay"
  | "serverAway"
  | "screenFailed"
  | "screenUnsupported"
  | MediaNotice["kind"]
  | "silent"
  | "relay"
  | "serverBack";

/** One thing a person should know now. */
export interface Banner {
  readonly kind: BannerKind;
  /** Tells this occurrence from the next one, so that dismissing one does not hide the other. */
  readonly id: string;
  readonly label?: string | undefined;
  readonly tone: "warn" | "info" | "ok";
  readonly canDismiss: boolean;
}

export interface BannerFacts {
  readonly isSoundBlocked: boolean;
  readonly server: ServerState;
  readonly screenProblem?:
    { readonly id: number; readonly kind: "failed" | "unsupported" } | undefined;
  readonly notice?: MediaNotice | undefined;
  readonly isSilent: boolean;
  readonly isRelayed: boolean;
  readonly dismissed: ReadonlySet<string>;
}

/** The banner to show: one at a time, the one that matters most first; undefined when none does. */
export function chooseBanner(facts: BannerFacts): Banner | undefined {
  return candidates(facts).find(({ id }) => !facts.dismissed.has(id));
}

function candidates(facts: BannerFacts): readonly Banner[] {
  const { screenProblem, notice, server } = facts;
  return [
    ...(facts.isSoundBlocked ? [standing("autoplay", "warn")] : []),
    ...(server === "offline" ? [standing("serverAway", "warn")] : []),
    ...(screenProblem ? [screenBanner(screenProblem)] : []),
    ...(notice ? [noticeBanner(notice)] : []),
    ...(facts.isSilent ? [passing("silent", "warn")] : []),
    ...(server === "back" ? [standing("serverBack", "ok")] : []),
    ...(facts.isRelayed ? [passing("relay", "info")] : []),
  ];
}

/** Goes by itself when its reason does. */
function standing(kind: BannerKind, tone: Banner["tone"]): Banner {
  return { kind, id: kind, tone, canDismiss: false };
}

function passing(kind: BannerKind, tone: Banner["tone"]): Banner {
  return { kind, id: kind, tone, canDismiss: true };
}

function screenBanner({ id, kind }: NonNullable<BannerFacts["screenProblem"]>): Banner {
  const word = kind === "failed" ? "screenFailed" : "screenUnsupported";
  return { ...passing(word, "warn"), id: `screen-${id}` };
}

function noticeBanner({ id, kind, label }: MediaNotice): Banner {
  return { ...passing(kind, "warn"), id: `notice-${id}`, label };
}
