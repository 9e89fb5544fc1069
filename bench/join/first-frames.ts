import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** When the first frame of each remote video was on the screen, in ms since 1970. */
    firstFrames: number[];
  }
}

/** Runs before the page's own scripts and notes when each remote video shows its first frame. */
export function noteFirstFrames(): void {
  const remote = new Set<string>();
  window.firstFrames = [];
  window.RTCPeerConnection = class extends window.RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener("track", ({ track }) => remote.add(track.id));
    }
  };
  const own = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
  if (own === undefined) throw new Error("no srcObject to observe");
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    ...own,
    set(this: HTMLVideoElement, stream: MediaStream | null) {
      own.set?.call(this, stream);
      if (!stream || !("requestVideoFrameCallback" in this)) return;
      this.requestVideoFrameCallback(() => {
        const at = performance.timeOrigin + performance.now();
        const shown = stream.getVideoTracks().find((track) => remote.has(track.id));
        if (shown && remote.delete(shown.id)) window.firstFrames.push(at);
      });
    },
  });
}

/** Clicks Join inside the page at that time (ms since 1970) and returns when it was clicked. */
export async function clickAt(page: Page, selector: string, time: number): Promise<number> {
  return page.locator(selector).evaluate(async (button: HTMLElement, time) => {
    const wait = time - performance.timeOrigin - performance.now();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
    const clicked = performance.timeOrigin + performance.now();
    button.click();
    return clicked;
  }, time);
}

/** Waits until the page shows `count` remote videos and returns when the last of them came. */
export async function lastFirstFrame(page: Page, count: number): Promise<number> {
  await page.waitForFunction((count) => window.firstFrames.length >= count, count, {
    timeout: 30_000,
  });
  return page.evaluate(() => Math.max(...window.firstFrames));
}
