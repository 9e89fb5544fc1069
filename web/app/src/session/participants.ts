import { NO_RESTARTS, UNKNOWN_CONNECTION, type PeerView } from "@eyestalk/mesh";
import type { Member } from "@eyestalk/protocol";
import type { Participant, ParticipantState } from "./face.ts";

/** Everybody else in the room by the server's word, in the order they came. */
export type Roster = ReadonlyMap<string, Member>;

/** A roster with one member changed; one that is not there stays away. */
export function changed(roster: Roster, sid: string, change: Partial<Member>): Roster {
  const member = roster.get(sid);
  return member === undefined ? roster : new Map(roster).set(sid, { ...member, ...change });
}

/** A roster without that member. */
export function without(roster: Roster, sid: string): Roster {
  const rest = new Map(roster);
  rest.delete(sid);
  return rest;
}

/** One word for how a person stands, from what the server says and what their link says. */
export function stateOf(view: PeerView | undefined, away: boolean): ParticipantState {
  if (view?.state === "failed") return "failed";
  if (view?.presence === "lost") return "lost";
  if (view?.state === "connected") return "connected";
  if (away) return "away";
  return view?.state === "reconnecting" ? "reconnecting" : "connecting";
}

/** Puts roster and links together. Whoever has not changed stays the same object. */
export function participantsOf(
  before: readonly Participant[],
  roster: Roster,
  views: ReadonlyMap<string, PeerView>,
  retry: (sid: string) => void,
): readonly Participant[] {
  const known = new Map(before.map((participant) => [participant.sid, participant]));
  const after = [...roster.values()].map((member) => {
    const old = known.get(member.sid);
    const view = views.get(member.sid);
    const next = participantOf(member, view, old?.retry ?? (() => retry(member.sid)));
    return old !== undefined && same(old, next) ? old : next;
  });
  const unchanged = after.length === before.length && after.every((one, i) => one === before[i]);
  return unchanged ? before : after;
}

function participantOf(member: Member, view: PeerView | undefined, retry: () => void): Participant {
  // The link knows best: it hears them without a server, and the server's word where it does not.
  const media = view?.media ?? member;
  return {
    sid: member.sid,
    name: member.name,
    audio: media.audio,
    video: media.video,
    sharing: media.sharing,
    speaking: media.audio && view?.speaking === true,
    state: stateOf(view, member.away),
    failure: view?.failure,
    connection: view?.connection ?? UNKNOWN_CONNECTION,
    restarts: view?.restarts ?? NO_RESTARTS,
    cameraStream: view?.cameraStream,
    screenStream: view?.screenStream,
    retry,
  };
}

function same(a: Participant, b: Participant): boolean {
  return (
    a.name === b.name &&
    a.audio === b.audio &&
    a.video === b.video &&
    a.sharing === b.sharing &&
    a.speaking === b.speaking &&
    a.state === b.state &&
    a.failure === b.failure &&
    a.connection === b.connection &&
    a.restarts === b.restarts &&
    a.cameraStream === b.cameraStream &&
    a.screenStream === b.screenStream
  );
}
