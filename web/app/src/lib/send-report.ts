import { browserKind } from "./browser.ts";
import { reporting } from "./reporting.ts";

/** One thing a browser tells of its call (docs/protocol.md): nothing in it says who, where, with whom. */
export type CallReport =
  /** From pressing Join to the first link to somebody who was there. */
  | { readonly kind: "join-time"; readonly joinMs: number }
  | { readonly kind: "path"; readonly path: "direct" | "relay" }
  | { readonly kind: "failure"; readonly failure: CallFailure }
  | { readonly kind: "ice-restart"; readonly restart: "recovered" | "failed" };

/** Why somebody did not get in, or did not reach another person. */
type CallFailure = "no-relay" | "relay-unreachable" | "no-answer" | "server-unreachable";

/** Tells the server, unless the person or their browser does not want that. Nobody waits for it. */
export function sendReport(report: CallReport): void {
  if (reporting.get() !== "on") return;
  const body = JSON.stringify({ ...report, browser: browserKind(navigator.userAgent) });
  const headers = { "Content-Type": "application/json" };
  // A report that does not get there is one report less, and no trouble of this page.
  fetch("/api/reports", { method: "POST", headers, body, keepalive: true }).catch(() => undefined);
}
