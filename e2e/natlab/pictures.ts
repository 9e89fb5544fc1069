import { expect, type Locator } from "@playwright/test";
import type { Person } from "../fixtures/person.ts";
import { watchGaps } from "../fixtures/probe.ts";

/** Frames that prove a picture moves again; what was in the air before an event is less. */
const MANY_FRAMES = 8;

/** How long one person's picture stood still for another. */
export interface Gap {
  readonly viewer: string;
  readonly other: string;
  readonly ms: number;
}

/** A viewer and somebody they look at. */
export type Look = readonly [viewer: Person, other: Person];

/** Everybody looks at everybody else. */
export function looks(people: readonly Person[]): readonly Look[] {
  return people.flatMap((viewer) =>
    people.filter((other) => other !== viewer).map((other): Look => [viewer, other]),
  );
}

const faceOf = ([viewer, other]: Look) => viewer.meeting.tile(other.name).locator("video");

/** Watches pictures from now on; the function returned ends it and tells the longest gap of each. */
export async function watch(watched: readonly Look[]): Promise<() => Promise<Gap[]>> {
  const watches = await Promise.all(watched.map((look) => watchGaps(faceOf(look))));
  return () =>
    Promise.all(
      watched.map(async ([viewer, other], index) => ({
        viewer: viewer.name,
        other: other.name,
        ms: (await watches[index]?.stop()) ?? Number.NaN,
      })),
    );
}

/** Waits until each of these pictures shows new frames, counted from now. */
export async function flow(watched: readonly Look[], timeout = 30_000): Promise<void> {
  await Promise.all(
    watched.map(async (look) => {
      const video = faceOf(look);
      const start = await framesOf(video);
      await expect
        .poll(async () => Math.abs((await framesOf(video)) - start), {
          message: `new frames of ${look[1].name} for ${look[0].name}`,
          intervals: [50, 100, 200],
          timeout,
        })
        .toBeGreaterThan(MANY_FRAMES);
    }),
  );
}

/** Counts of the element, so that a connection that was built anew goes on counting. */
const framesOf = (video: Locator) =>
  video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames);
