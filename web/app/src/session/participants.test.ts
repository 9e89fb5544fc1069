import { NO_RESTARTS, UNKNOWN_CONNECTION, type PeerView } from "@eyestalk/mesh";
import { expect, it, test } from "vitest";
import type { ParticipantState } from "./face.ts";
import { participantsOf, stateOf } from "./participants.ts";

const view: PeerView = {
  state: "connected",
  failure: undefined,
  negotiated: true,
  presence: "heard",
  channel: true,
  connection: UNKNOWN_CONNECTION,
  restarts: NO_RESTARTS,
  speaking: false,
  media: undefined,
  cameraStream: undefined,
  screenStream: undefined,
};
const ben = { sid: "ben", name: "Ben", audio: true, video: true, sharing: false, away: false };

it.each<[Partial<PeerView> | undefined, boolean, ParticipantState]>([
  [undefined, false, "connecting"],
  [undefined, true, "away"],
  [{ state: "new" }, false, "connecting"],
  [{ state: "connecting" }, true, "away"],
  [{ state: "connected" }, false, "connected"],
  [{ state: "connected" }, true, "connected"], // their media is here: only the server misses them
  [{ state: "reconnecting" }, false, "reconnecting"],
  [{ state: "reconnecting" }, true, "away"],
  [{ state: "connected", presence: "lost" }, false, "lost"],
  [{ state: "reconnecting", presence: "lost" }, true, "lost"],
  [{ state: "failed", presence: "lost" }, false, "failed"],
])("%o, away %s: %s", (change, away, word) => {
  expect(stateOf(change && { ...view, ...change }, away)).toBe(word);
});

test("what the link knows counts more than the roster, also while its channel is down", () => {
  const media = { audio: false, video: false, sharing: true };
  const down = new Map([["ben", { ...view, media, channel: false }]]);
  const roster = new Map([["ben", ben]]);

  const [heard] = participantsOf([], roster, down, () => undefined);
  const [unheard] = participantsOf([], roster, new Map([["ben", view]]), () => undefined);

  expect(heard).toMatchObject(media);
  expect(unheard).toMatchObject({ audio: true, video: true, sharing: false });
});

test("a muted person does not speak, whatever is heard", () => {
  const roster = new Map([["ben", { ...ben, audio: false }]]);
  const views = new Map([["ben", { ...view, speaking: true }]]);

  const [one] = participantsOf([], roster, views, () => undefined);

  expect(one?.speaking).toBe(false);
});
