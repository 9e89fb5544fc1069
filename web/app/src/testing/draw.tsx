import * as matchers from "@testing-library/jest-dom/matchers";
import type { TestingLibraryMatchers } from "@testing-library/jest-dom/matchers";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, expect, vi } from "vitest";
import { speak, type Language } from "../i18n/index.ts";

declare module "vitest" {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends TestingLibraryMatchers<
    T,
    R
  > {}
}

expect.extend(matchers);

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

/** Draws a part of the page as a person with a mouse and a keyboard meets it. */
export async function draw(ui: ReactNode, { language = "en" }: { language?: Language } = {}) {
  addWhatJsdomLacks();
  await speak(language);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrap = (node: ReactNode) => (
    <QueryClientProvider client={queries}>{node}</QueryClientProvider>
  );
  const user = userEvent.setup();
  const view = render(wrap(ui));
  return { ...view, user, queries, redraw: (node: ReactNode) => view.rerender(wrap(node)) };
}

/** Only what our components touch; the browser tests meet the real thing. */
function addWhatJsdomLacks(): void {
  vi.stubGlobal("ResizeObserver", SilentObserver);
  vi.stubGlobal("matchMedia", () => new EventTarget());
  HTMLDialogElement.prototype.showModal = showModal;
  HTMLDialogElement.prototype.close = close;
  HTMLMediaElement.prototype.play = () => Promise.resolve();
}

function showModal(this: HTMLDialogElement): void {
  this.open = true;
  this.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
}

function close(this: HTMLDialogElement): void {
  this.open = false;
}

class SilentObserver {
  observe(): void {}
  disconnect(): void {}
}
