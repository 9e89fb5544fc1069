import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { rolldown } from "rolldown";
import { launchOptions } from "../fixtures/browser.ts";

/** A Chromium with fake devices. */
export function launch(): Promise<Browser> {
  return chromium.launch(launchOptions());
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
