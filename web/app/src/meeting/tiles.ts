import type { ConnectionView, FailureReason } from "@eyestalk/mesh";
import type { Participant, ParticipantState, Self } from "../session/index.ts";
import type { LayoutTile } from "./grid-layout.ts";

/** Everything a tile shows. */
export interface TileView extends LayoutTile {
  readonly sid: string;
  readonly name: string;
  readonly stream: MediaStream | undefined;
  readonly state: ParticipantState;
  readonly hasVideo: boolean;
  readonly isMuted: boolean;
  readonly isSpeaking: boolean;
  readonly isSharing: boolean;
  readonly failure?: FailureReason | undefined;
  readonly connection?: ConnectionView | undefined;
  readonly retry?: (() => void) | undefined;
}

/** What is known of this person's own devices. */
export interface OwnMedia {
  readonly microphoneOn: boolean;
  readonly cameraOn: boolean;
  readonly isSpeaking: boolean;
  readonly preview: MediaStream | undefined;
  readonly screen: MediaStream | undefined;
}

export interface TileSources {
  readonly self: Self;
  readonly own: OwnMedia;
  /** The others, in the order they came. */
  readonly others: readonly Participant[];
}

/** The id of a person's shared screen, beside the one of their face. */
function screenId(sid: string): string {
  return `${sid}:screen`;
}

/**
 * One tile per person, then one per shared screen. Whoever comes later stands later, so that nobody
 * is moved by a newcomer.
 */
export function tilesOf({ self, own, others }: TileSources): readonly TileView[] {
  const me = ownFace(self, own);
  const faces = others.map(faceOf);
  const screens = others.flatMap((person, index) => {
    const face = faces[index];
    return person.sharing && face ? [screenTile(face, person.screenStream)] : [];
  });
  return [me, ...faces, ...screens, ...(own.screen ? [screenTile(me, own.screen)] : [])];
}

function faceOf(person: Participant): TileView {
  const { sid, name, state } = person;
  return {
    id: sid,
    sid,
    name,
    kind: "face",
    isSelf: false,
    stream: person.cameraStream,
    state,
    hasVideo: person.video,
    isMuted: !person.audio,
    isSpeaking: person.speaking && person.audio,
    isSharing: person.sharing,
    failure: person.failure,
    connection: person.connection,
    retry: person.retry,
  };
}

function ownFace({ sid, name }: Self, own: OwnMedia): TileView {
  return {
    id: sid,
    sid,
    name,
    kind: "face",
    isSelf: true,
    stream: own.preview,
    state: "connected",
    hasVideo: own.cameraOn,
    isMuted: !own.microphoneOn,
    isSpeaking: own.isSpeaking,
    isSharing: own.screen !== undefined,
  };
}

function screenTile(face: TileView, stream: MediaStream | undefined): TileView {
  return {
    ...face,
    id: screenId(face.sid),
    kind: "screen",
    stream,
    hasVideo: stream !== undefined,
    isMuted: false,
    isSpeaking: false,
    isSharing: false,
    connection: undefined,
  };
}
