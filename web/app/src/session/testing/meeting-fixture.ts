import { createFakePlatform, FakeNetwork, FakePeerConnection } from "@eyestalk/mesh/testing";
import { success, type Platform, type Result } from "@eyestalk/mesh";
import { parseAck, type AckBody } from "@eyestalk/protocol";
import type { Problem } from "../face.ts";
import { createMeeting } from "../meeting-session.ts";
import type { Page } from "../page.ts";
import { createFakeLocalMedia } from "./fake-local-media.ts";
import { FakeLink } from "./fake-link.ts";

/** One other member, as the server lists them. */
export interface Other {
  readonly sid: string;
  readonly name: string;
  readonly away?: boolean;
}

/** A page with a memory. */
class FakePage implements Page {
  readonly beacons: string[] = [];
  readonly storage: Storage = new MemoryStorage();
  awake = 0;
  readonly #shown = new Set<(isShown: boolean) => void>();
  #hide: (() => void)[] = [];

  readonly onHide = (listener: () => void): (() => void) => {
    this.#hide.push(listener);
    return () => {
      this.#hide = this.#hide.filter((one) => one !== listener);
    };
  };

  readonly watchShown = (listener: (isShown: boolean) => void): (() => void) => {
    this.#shown.add(listener);
    listener(true);
    return () => this.#shown.delete(listener);
  };

  readonly beacon = (path: string): void => {
    this.beacons.push(path);
  };

  readonly stayAwake = (): (() => void) => {
    this.awake += 1;
    return () => {
      this.awake -= 1;
    };
  };

  /** The person turns to another window, or back to this one. */
  show(isShown: boolean): void {
    for (const listener of this.#shown) listener(isShown);
  }

  /** The person closes or reloads the page. */
  hide(): void {
    for (const listener of this.#hide) listener();
  }
}

class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  clear(): void {
    this.#items.clear();
  }
}

/** The answer to `join-room` and `resume`, through the same door as the real one. */
export function userList(
  others: readonly Other[] = [],
  change: { readonly my_id?: string; readonly resume_token?: string } = {},
): Result<AckBody<"join-room">, Problem> {
  const ack = parseAck("join-room", {
    ok: true,
    my_id: "me",
    resume_token: "token-1",
    ice_servers: [],
    room: {
      roomId: "room-1",
      roomName: "Study",
      roomCapacity: 4,
      roomEnterUser: others.length + 1,
      roomCreateAt: "2026-11-23T10:00:00.000Z",
      locked: false,
    },
    members: others,
    ...change,
  });
  if (!ack.ok || !("my_id" in ack.value)) throw new Error("not a user list");
  return success(ack.value);
}

/** A meeting over fakes, with the clock and the network in the test's hands. */
export function meetingFixture() {
  const link = new FakeLink();
  const media = createFakeLocalMedia();
  const page = new FakePage();
  const network = new FakeNetwork();
  const platform = createFakePlatform("me", { network });
  const errors: unknown[] = [];
  const made = { link, media, page, report: (error: unknown) => errors.push(error) };
  const meeting = createMeeting({ ...made, platform });
  link.answers.set("join-room", () => userList([{ sid: "ben", name: "Ben" }]));
  const { clock } = platform;
  const other: Platform = createFakePlatform("ben", { network, clock });
  /** Lets the time pass that an entrance waits for somebody who does not answer our offer. */
  const entered = async <T>(entrance: Promise<T>): Promise<T> => {
    await clock.advance(250);
    return entrance;
  };
  return { ...made, meeting, network, clock, errors, platform, other, entered, FakePeerConnection };
}

export type Fixture = ReturnType<typeof meetingFixture>;

/** How Haneul asks to be let in. */
export const REQUEST = { roomName: "Study", nickname: " Haneul ", password: "secret" };

/** A meeting with Ben in it. */
export async function inRoom(): Promise<Fixture> {
  const fixture = meetingFixture();
  await fixture.entered(fixture.meeting.join(REQUEST));
  await fixture.clock.settle();
  return fixture;
}

/** Who is shown besides oneself. */
export function names({ meeting }: Fixture): string[] {
  return meeting.participants.get().map(({ name }) => name);
}
