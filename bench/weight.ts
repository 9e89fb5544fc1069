// What a browser with an empty cache fetches: for the lobby, and for the meeting after it.
import { chromium, type Page } from "@playwright/test";
import { launchOptions } from "../e2e/fixtures/browser.ts";
import { createdRoom } from "../e2e/fixtures/rooms.ts";
import { Server } from "../e2e/fixtures/server.ts";
import { printTable } from "./table.ts";
import { Transfers } from "./weight/transfers.ts";

const server = await Server.start({ "eyestalk.limits.enabled": "false" });
const browser = await chromium.launch(launchOptions());
try {
  const { name } = await createdRoom(server);
  const cold = await freshPage();
  await cold.page.goto(server.origin);
  await cold.page.waitForLoadState("networkidle");
  const lobby = cold.transfers.taken();
  await enter(cold.page, name, "First");
  const after = cold.transfers.taken();
  const direct = await freshPage();
  await enter(direct.page, name, "Second");
  const byLink = direct.transfers.taken();
  printTable([
    ["first load, KB compressed (1 KB = 1000 bytes)", "scripts", "styles", "together", "all else"],
    ["lobby", ...lobby.cells()],
    ["meeting, more than that", ...after.cells()],
    ["meeting by a link, nothing cached", ...byLink.cells()],
  ]);
  const hosts = new Set([lobby, after, byLink].flatMap((taken) => [...taken.foreignHosts]));
  console.log(`other hosts: ${hosts.size}${[...hosts].map((host) => ` ${host}`).join("")}`);
} finally {
  await browser.close();
  await server.stop();
}

async function freshPage(): Promise<{ page: Page; transfers: Transfers }> {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  return { page, transfers: await Transfers.of(page, new URL(server.origin).host) };
}

/** Opens the room's link, joins, opens the chat and waits until nothing more is fetched. */
async function enter(page: Page, room: string, nickname: string): Promise<void> {
  await page.goto(`${server.origin}/r/${encodeURIComponent(room)}?name=${nickname}`);
  await page.getByTestId("join").click();
  await page.locator('[data-testid="tile"][data-self="true"]').waitFor();
  const chat = page.getByTestId("chat-input");
  if (!(await chat.isVisible())) await page.getByRole("button", { name: "Chat" }).click();
  await chat.waitFor();
  await page.waitForLoadState("networkidle");
}
