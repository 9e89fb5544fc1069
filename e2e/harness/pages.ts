import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { rolldown } from "rolldown";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--use-fake-device-for-media-stream=fps=30",
  "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--allow-loopback-in-peer-connection",
];

/** A Chromium with fake devices. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
}

/** The bare mesh page as one script. */
export async function bundle(): Promise<string> {
  const build = await rolldown({ input: new URL("mesh-page.ts", import.meta.url).pathname });
  const { output } = await build.generate({ format: "iife" });
  await build.close();
  return output[0].code;
}

/** Opens one page per person, camera on, nobody joined. No server: the pages are made up here. */
export async function people(
  context: BrowserContext,
  script: string,
  sids: readonly string[],
): Promise<Page[]> {
  await context.route("http://localhost/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>mesh</title>" }),
  );
  return Promise.all(
    sids.map(async (sid) => {
      const page = await context.newPage();
      await page.goto("http://localhost/");
      await page.addScriptTag({ content: script });
      await page.evaluate((id) => window.harness.open(id), sid);
      return page;
    }),
  );
}
