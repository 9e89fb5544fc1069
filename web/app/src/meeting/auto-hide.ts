import { useCallback, useState, type RefCallback } from "react";

/** So long without movement until the bar steps back. Milliseconds. */
const AFTER_MS = 3_000;

/** Whether the bar has stepped back, and the ref of the page that it watches. */
export function useAutoHide(): [boolean, RefCallback<HTMLElement>] {
  const [isHidden, setHidden] = useState(false);
  const watchPage = useCallback((page: HTMLElement) => autoHide(page, setHidden), []);
  return [isHidden, watchPage];
}

/**
 * Hides after three seconds without a movement or a key, with a mouse and a wide window only, never while a
 * control of the bar has the focus.
 */
function autoHide(page: HTMLElement, setHidden: (isHidden: boolean) => void): () => void {
  const mouse = matchMedia("(hover: hover) and (pointer: fine) and (min-width: 641px)");
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    if (mouse.matches && !hasFocus(page)) setHidden(true);
    else timer = setTimeout(settle, AFTER_MS);
  };
  const wake = (): void => {
    setHidden(false);
    clearTimeout(timer);
    timer = setTimeout(settle, AFTER_MS);
  };
  const events = ["pointermove", "pointerdown", "keydown", "focusin"] as const;
  for (const event of events) page.addEventListener(event, wake);
  page.addEventListener("pointerout", forgetClick);
  wake();
  return () => {
    clearTimeout(timer);
    for (const event of events) page.removeEventListener(event, wake);
    page.removeEventListener("pointerout", forgetClick);
  };
}

function hasFocus(page: HTMLElement): boolean {
  return page.querySelector("[data-bar]")?.contains(document.activeElement) ?? false;
}

/** A button that was clicked keeps the focus for ever; it ends when the mouse leaves it. */
function forgetClick({ target }: Event): void {
  const isClicked =
    target instanceof HTMLButtonElement &&
    target === document.activeElement &&
    !target.matches(":focus-visible") &&
    target.closest("[data-bar]") !== null &&
    target.closest("[popover]") === null;
  if (isClicked) target.blur();
}
