import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { reporting, setReporting, startReporting } from "./reporting.ts";
import { sendReport } from "./send-report.ts";

const sent: { readonly path: string; readonly body: unknown }[] = [];

beforeEach(() => {
  localStorage.clear();
  sent.length = 0;
  vi.stubGlobal("fetch", (path: string, { body }: { body: string }) => {
    sent.push({ path, body: JSON.parse(body) });
    return Promise.reject(new TypeError("no server")); // and nobody minds
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser that asks not to be counted, one way or the other. */
function browserAsks(wish: Readonly<Record<string, unknown>>): void {
  vi.stubGlobal("navigator", { userAgent: "Firefox/150", ...wish });
}

test("a report has the family of the browser and nothing else that tells of it", () => {
  browserAsks({});
  startReporting(true);

  sendReport({ kind: "path", path: "direct" });

  expect(sent).toEqual([
    { path: "/api/reports", body: { kind: "path", path: "direct", browser: "firefox" } },
  ]);
});

describe("nothing is sent", () => {
  test("where the server does not ask for it", () => {
    startReporting(false);

    sendReport({ kind: "path", path: "direct" });

    expect(sent).toEqual([]);
    expect(reporting.get()).toBe("not-asked");
  });

  test("by who does not want it, now and on the next visit", () => {
    startReporting(true);
    setReporting(false);
    startReporting(true);

    sendReport({ kind: "path", path: "direct" });

    expect(sent).toEqual([]);
    expect(reporting.get()).toBe("off");
  });

  test.each([{ globalPrivacyControl: true }, { doNotTrack: "1" }])(
    "by a browser with %o, whatever was chosen",
    (wish) => {
      browserAsks(wish);
      startReporting(true);
      setReporting(true);

      sendReport({ kind: "path", path: "direct" });

      expect(sent).toEqual([]);
      expect(reporting.get()).toBe("asks-not-to");
    },
  );
});
