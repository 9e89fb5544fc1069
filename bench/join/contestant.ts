import type { Page } from "@playwright/test";
import { createdRoom } from "../../e2e/fixtures/rooms.ts";
import type { Server } from "../../e2e/fixtures/server.ts";
import type { BareServer } from "../bare/server.ts";

/** A page that people join from. */
export interface Contestant {
  readonly name: string;
  /** CSS selector of the Join button. */
  readonly join: string;
  /** An unused room, for that many people. */
  readonly newRoom: (people: number) => Promise<string>;
  /** Opens the page before the meeting: camera running, socket connected. */
  readonly open: (page: Page, room: string, person: string) => Promise<void>;
}

/** The product, as it is served from the jar. */
export function product(server: Server): Contestant {
  const join = '[data-testid="join"]';
  return {
    name: "EyesTalk",
    join,
    newRoom: async (people) => (await createdRoom(server, { capacity: people })).name,
    open: async (page, room, person) => {
      const socket = page.waitForEvent("websocket");
      await page.goto(`${server.origin}/r/${encodeURIComponent(room)}?name=${person}&lang=en`);
      await page.locator(join).waitFor();
      await moves(page);
      await socket;
    },
  };
}

/** The page that does the least. */
export function bare(server: BareServer): Contestant {
  let rooms = 0;
  return {
    name: "bare page",
    join: "#join",
    newRoom: () => Promise.resolve(`room-${(rooms += 1)}`),
    open: async (page, room) => {
      await page.goto(`${server.origin}/?room=${room}`);
      await page.locator("#join:enabled").waitFor();
      await moves(page);
    },
  };
}

async function moves(page: Page): Promise<void> {
  await page.waitForFunction(() => (document.querySelector("video")?.videoWidth ?? 0) > 0);
}
