import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { draw } from "../testing/draw.tsx";
import type { Place } from "./grid-layout.ts";
import { createPlayback } from "./playback.ts";
import { Tile } from "./Tile.tsx";
import type { TileView } from "./tiles.ts";

const PLACE: Place = { x: 0, y: 0, width: 600, height: 340, role: "grid" };

async function show(change: Partial<TileView>, onToggleSize?: () => void) {
  const tile: TileView = {
    id: "s1",
    sid: "s1",
    name: "Ben",
    kind: "face",
    isSelf: false,
    stream: undefined,
    state: "connected",
    hasVideo: true,
    isMuted: false,
    isSpeaking: false,
    isSharing: false,
    ...change,
  };
  return draw(
    <Tile
      tile={tile}
      place={PLACE}
      playback={createPlayback()}
      isEnlarged={false}
      onToggleSize={onToggleSize}
    />,
  );
}

test.each<[Partial<TileView>, string]>([
  [{}, "Ben"],
  [{ state: "connecting" }, "Ben, Connecting …"],
  [{ hasVideo: false }, "Ben, camera off"],
  [{ isMuted: true }, "Ben, muted"],
  [{ isSharing: true }, "Ben, sharing"],
  [{ state: "reconnecting", isMuted: true }, "Ben, Reconnecting …, muted"],
  [{ state: "away" }, "Ben, Reconnecting to the server …"],
  [{ state: "lost" }, "Ben, Connection lost"],
  [{ state: "failed" }, "Ben, Not connected"],
  [{ isSelf: true }, "Ben (you)"],
  [{ kind: "screen" }, "Ben's screen"],
])("a tile of %o reads %s", async (change, name) => {
  await show(change);

  expect(screen.getByRole("article", { name })).toBeVisible();
});

test("speaking is a word and a ring, not the ring alone", async () => {
  await show({ isSpeaking: true });

  expect(screen.getByText("speaking")).toBeVisible();
});

test("a failed connection says why and can be tried again", async () => {
  let retried = 0;
  const { user } = await show({
    state: "failed",
    failure: "no-relay",
    retry: () => (retried += 1),
  });

  await user.click(screen.getByRole("button", { name: "Try again" }));

  expect(screen.getByText(/This network blocks direct calls/)).toBeVisible();
  expect(retried).toBe(1);
});

test("the quality is a word", async () => {
  await show({ connection: { path: "direct", quality: "poor" } });

  expect(screen.getByText("poor")).toBeVisible();
});

test("the sound goes on while the camera is off: the element stays", async () => {
  const { container } = await show({ hasVideo: false });

  const video = container.querySelector("video");
  expect(video).not.toBeNull();
  expect(video?.muted).toBe(false);
});

test("one's own sound is never played back", async () => {
  const { container } = await show({ isSelf: true });

  expect(container.querySelector("video")?.muted).toBe(true);
});

test("a click enlarges", async () => {
  let clicks = 0;
  const { user } = await show({}, () => (clicks += 1));

  await user.click(screen.getByRole("button", { name: "Enlarge Ben" }));

  expect(clicks).toBe(1);
});

test("carries what automation looks for", async () => {
  await show({ state: "reconnecting" });

  const tile = screen.getByTestId("tile");
  expect(tile).toHaveAttribute("data-sid", "s1");
  expect(tile).toHaveAttribute("data-self", "false");
  expect(tile).toHaveAttribute("data-state", "reconnecting");
});
