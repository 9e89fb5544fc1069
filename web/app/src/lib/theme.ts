import { createStore, type Store } from "@eyestalk/mesh";
import { recall, remember } from "./memory.ts";

export type Theme = "light" | "dark";

const KEPT_AS = "eyestalk.theme";
const DARK = "(prefers-color-scheme: dark)";

const shown = createStore<Theme>("light");

/** The theme in use: what the person chose, else what the system prefers. */
export const theme: Store<Theme> = shown;

/** Shows the theme that was chosen before and follows the system while none was. */
export function startTheme(): void {
  const system = matchMedia(DARK);
  const show = (): void => {
    const kept = keptTheme();
    if (kept) document.documentElement.dataset["theme"] = kept;
    shown.set(kept ?? (system.matches ? "dark" : "light"));
  };
  system.addEventListener("change", show);
  show();
}

/** Switches to the other theme and remembers that for the next visit. */
export function toggleTheme(): void {
  const next: Theme = shown.get() === "dark" ? "light" : "dark";
  remember(KEPT_AS, next);
  document.documentElement.dataset["theme"] = next;
  shown.set(next);
}

function keptTheme(): Theme | undefined {
  const kept = recall(KEPT_AS);
  return kept === "light" || kept === "dark" ? kept : undefined;
}
