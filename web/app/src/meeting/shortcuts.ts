const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How a shortcut is written here: "⌘D" on a Mac, "Ctrl+D" elsewhere. */
export function shortcutText(letter: string): string {
  return IS_APPLE ? `⌘${letter}` : `Ctrl+${letter}`;
}

export interface Shortcuts {
  readonly microphone: (() => void) | undefined;
  readonly camera: (() => void) | undefined;
  readonly escape: () => void;
}

/**
 * Listens for the keys of the meeting while an element is drawn. To be used as a React ref.
 * The browser's own meaning (bookmark, address bar) is taken: in a call muting is worth more.
 */
export function listenForShortcuts(actions: Shortcuts): () => () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    const action = actionOf(event, actions);
    if (!action) return;
    event.preventDefault();
    action();
  };
  return () => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  };
}

function actionOf(event: KeyboardEvent, actions: Shortcuts): (() => void) | undefined {
  if (event.key === "Escape") return isInsideOverlay(event) ? undefined : actions.escape;
  const isChord = (IS_APPLE ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey;
  if (!isChord) return undefined;
  // By place on the keyboard: with Korean input the key "d" says "ㅇ".
  if (event.code === "KeyD") return actions.microphone;
  return event.code === "KeyE" ? actions.camera : undefined;
}

/** Dialogs and popovers close themselves on Esc. */
function isInsideOverlay({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("dialog, [popover]") !== null;
}
