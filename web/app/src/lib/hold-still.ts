import { watch, type Store } from "@eyestalk/mesh";

/**
 * Lets a playing video stand still while `isStill`, with the next picture it gets: drawing a large one thirty times a
 * second takes a computer without a graphics card as long as a quarter of all its other work. Returns what ends it and
 * plays on.
 */
export function holdStill(element: HTMLVideoElement, isStill: Store<boolean>): () => void {
  if (!("requestVideoFrameCallback" in element)) return () => undefined; // Firefox before 132
  let next: number | undefined;
  const goOn = (): void => {
    if (next === undefined) return;
    element.cancelVideoFrameCallback(next);
    next = undefined;
    if (element.paused) play(element);
  };
  const unwatch = watch(isStill, (still) => {
    if (!still) goOn();
    else next ??= element.requestVideoFrameCallback(() => element.pause());
  });
  return () => {
    unwatch();
    goOn();
  };
}

function play(element: HTMLVideoElement): void {
  element.play().catch((error: unknown) => {
    // It got another stream meanwhile, or left the page: nothing is left to be played here.
    if (!(error instanceof DOMException) || error.name !== "AbortError") throw error;
  });
}
