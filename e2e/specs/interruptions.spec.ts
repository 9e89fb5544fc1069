import type { Browser } from "@playwright/test";
import type { People } from "../fixtures/people.ts";
import type { Person, RoomKey } from "../fixtures/person.ts";
import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

/** Long enough for a dozen frames of a camera that is on. */
const A_WHILE_MS = 400;

/** What `rememberWhatIsGiven` keeps in the page. */
interface Watched {
  /** Every track the page was given, in that order. */
  readonly tracks: MediaStreamTrack[];
  readonly locks: WakeLockSentinel[];
}

declare global {
  interface Window {
    watched: Watched;
  }
}

test("a device that is taken away in mid-call is replaced, and the person is told", async ({
  people,
  room,
}) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");
  await ben.meets(alice);

  await takeDevicesAway(alice);

  // Chromium ends both tracks and gives new ones; which of the two is told last is its affair.
  const camera = words("banner.camera-replaced", { label: "fake_device_0" });
  const microphone = words("banner.microphone-replaced", { label: "Fake Default Audio Input" });
  await expect(alice.page.getByText(camera).or(alice.page.getByText(microphone))).toBeVisible();
  await ben.meets(alice);
});

test("a phone call that takes the microphone mutes for as long as it lasts", async ({
  people,
  room,
  browser,
}) => {
  const alice = await joinsWatched(people, room, { name: "Alice", browser });
  const ben = await people.joins(room, "Ben");
  await ben.meets(alice);
  const tile = ben.meeting.tile("Alice");

  await alice.page.evaluate(happenToMicrophone, "mute");
  await expect(tile).toContainText(words("tile.muted"));
  await alice.page.evaluate(happenToMicrophone, "unmute");

  await expect(tile).not.toContainText(words("tile.muted"));
  await ben.meeting.hears("Alice");
});

test("a page out of sight gets sound and no picture, one in sight keeps the screen lit", async ({
  people,
  room,
  browser,
}) => {
  const alice = await people.joins(room, "Alice");
  const ben = await joinsWatched(people, room, { name: "Ben", browser });
  await ben.meets(alice);
  const held = () => ben.page.evaluate(() => window.watched.locks.map(({ released }) => !released));

  await ben.page.evaluate(turnTo, "hidden");
  await expect.poll(newFrames(ben, "Alice"), { intervals: [A_WHILE_MS] }).toBe(0);
  await ben.meeting.hears("Alice");
  await alice.meeting.sees("Ben");
  await ben.page.evaluate(turnTo, "visible");

  await ben.meeting.sees("Alice");
  expect(await held()).toEqual([true]);
  await ben.meeting.leave();
  await expect.poll(held).toEqual([false]);
});

/** Somebody who enters the room with a page that remembers what the browser gave it. */
async function joinsWatched(
  people: People,
  room: RoomKey,
  arrival: WatchedArrival,
): Promise<Person> {
  const { name, browser } = arrival;
  const person = await people.arrives(name, { browser });
  await person.context.addInitScript(rememberWhatIsGiven);
  await person.joins(room);
  return person;
}

interface WatchedArrival {
  readonly name: string;
  readonly browser: Browser;
}

function rememberWhatIsGiven(): void {
  const watched: Watched = { tracks: [], locks: [] };
  window.watched = watched;
  const { mediaDevices, wakeLock } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    watched.tracks.push(...stream.getTracks());
    return stream;
  };
  const request = wakeLock.request.bind(wakeLock);
  wakeLock.request = async (type) => {
    const lock = await request(type);
    watched.locks.push(lock);
    return lock;
  };
}

/** The system takes the microphone for a phone call, or gives it back (Media Capture and Streams, 4.3.3). */
function happenToMicrophone(kind: string): void {
  const microphone = window.watched.tracks.findLast((track) => track.kind === "audio");
  if (microphone === undefined) throw new Error("no microphone was opened");
  microphone.dispatchEvent(new Event(kind));
}

/** The person turns to another window, or back. A headless Chromium shows its pages always. */
function turnTo(state: string): void {
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
  document.dispatchEvent(new Event("visibilitychange"));
}

/** Frames of somebody that came in since the last look. */
function newFrames(viewer: Person, name: string): () => Promise<number> {
  let seen = 0;
  return async () => {
    const { framesDecoded } = await viewer.meeting.receptionOf(name);
    const fresh = framesDecoded - seen;
    seen = framesDecoded;
    return fresh;
  };
}

/** Withdraws what the person allowed: Chromium ends the tracks at once, as if the devices were gone. */
async function takeDevicesAway({ page, context }: Person): Promise<void> {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  const { targetInfo } = await session.send("Target.getTargetInfo");
  const { browserContextId = "" } = targetInfo;
  await session.send("Browser.setPermission", {
    permission: { name: "camera" },
    setting: "denied",
    origin,
    browserContextId,
  });
  await session.detach();
}
