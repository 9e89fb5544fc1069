import { NO_RESTARTS, UNKNOWN_CONNECTION } from "@eyestalk/mesh";
import { expect, test } from "vitest";
import type { Participant } from "../session/index.ts";
import { overall } from "./quality.ts";
import { tilesOf, type OwnMedia } from "./tiles.ts";

const self = { sid: "me", name: "하늘" };
const own: OwnMedia = {
  microphoneOn: true,
  cameraOn: true,
  isSpeaking: false,
  preview: undefined,
  screen: undefined,
};

function person(sid: string, change: Partial<Participant> = {}): Participant {
  return {
    sid,
    name: sid,
    audio: true,
    video: true,
    sharing: false,
    speaking: false,
    state: "connected",
    failure: undefined,
    connection: UNKNOWN_CONNECTION,
    restarts: NO_RESTARTS,
    cameraStream: undefined,
    screenStream: undefined,
    retry: () => {},
    ...change,
  };
}

const ids = (others: readonly Participant[]) => tilesOf({ self, own, others }).map(({ id }) => id);

test("everybody on the roster has a tile, whoever comes later stands later", () => {
  expect(ids([])).toEqual(["me"]);
  expect(ids([person("a")])).toEqual(["me", "a"]);
  expect(ids([person("a"), person("b")])).toEqual(["me", "a", "b"]);
});

test("a shared screen is a tile of its own, after all faces", () => {
  const others = [person("a", { sharing: true }), person("b")];

  expect(ids(others)).toEqual(["me", "a", "b", "a:screen"]);
});

test("a muted person is never shown as speaking", () => {
  const others = [person("a", { audio: false, speaking: true })];

  const [, tile] = tilesOf({ self, own, others });

  expect(tile).toMatchObject({ isMuted: true, isSpeaking: false });
});

test("the call does as its worst link does, and is relayed if one link is", () => {
  const good = person("a", { connection: { path: "direct", quality: "good" } });
  const poor = person("b", { connection: { path: "relay", quality: "poor" } });

  expect(overall([])).toBeUndefined();
  expect(overall([good])).toEqual({ path: "direct", quality: "good" });
  expect(overall([good, poor])).toEqual({ path: "relay", quality: "poor" });
});
