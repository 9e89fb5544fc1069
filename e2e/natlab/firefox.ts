import { execFileSync } from "node:child_process";
import { type Browser, launch, type Page } from "puppeteer-core";
import { installProbe } from "../fixtures/probe.ts";

const EXECUTABLE = process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";

/** Whether this machine has a Firefox. */
export function hasFirefox(): boolean {
  try {
    execFileSync(EXECUTABLE, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A Firefox with a fake camera and microphone that asks nobody. WebDriver BiDi, hence no geckodriver. */
export function openFirefox(): Promise<Browser> {
  return launch({
    browser: "firefox",
    executablePath: EXECUTABLE,
    headless: true,
    extraPrefsFirefox: {
      "media.navigator.streams.fake": true,
      "media.navigator.permission.disabled": true,
      "media.autoplay.default": 0,
      // Calls work on a machine without any network.
      "media.peerconnection.ice.loopback": true,
      "intl.accept_languages": "en-US",
    },
  });
}

/** Enters a room through its link. */
export async function joinWithFirefox(
  browser: Browser,
  { origin, room, name }: { origin: string; room: string; name: string },
): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(installProbe);
  await page.goto(`${origin}/r/${encodeURIComponent(room)}?name=${name}`);
  await page.locator('[data-testid="join"]').click();
  await page.locator('[data-testid="tile"][data-self="true"]').wait();
  return page;
}

/** Waits until pictures of somebody else are decoded: a headless Firefox paints none, so its videos count none. */
export async function seesTheOther(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const { connections } = window.eyestalkProbe;
      const reports = await Promise.all(connections.map((connection) => connection.getStats()));
      const entries = reports.flatMap((report) => [...report.values()]);
      return entries.some((entry) => Number(entry.framesDecoded ?? 0) > 10);
    },
    { timeout: 20_000, polling: 100 },
  );
}
