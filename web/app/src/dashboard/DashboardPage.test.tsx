import { screen, within } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { learn } from "../i18n/index.ts";
import { draw } from "../testing/draw.tsx";
import { fakeServer, refusal, type Reply } from "../testing/fake-server.ts";
import { DashboardPage } from "./DashboardPage.tsx";

// jsdom draws no canvas; the browser tests look at the real charts.
vi.mock("./plot.ts", () => ({ openPlot: () => ({ show: () => {}, close: () => {} }) }));

type Answers = Readonly<Record<string, Reply>>;

async function open(answers: Answers, language: "en" | "ko" = "en") {
  const server = fakeServer(answers);
  const view = await draw(<DashboardPage />, { language });
  await learn("dashboard");
  return { ...view, server };
}

const NOBODY = { "GET /dashboard/api/session": { body: { operator: null } } };

test("a dashboard that is off says so, in Korean too, and asks for no password", async () => {
  await open({ "GET /dashboard/api/session": refusal("NOT_FOUND", 404) }, "ko");

  expect(await screen.findByRole("heading")).toHaveTextContent("대시보드가 꺼져 있어요");
  expect(screen.queryByTestId("operator")).toBeNull();
});

test("a server that does not answer is told apart from one without a dashboard", async () => {
  await open({ "GET /dashboard/api/session": { status: 502 } });

  expect(await screen.findByRole("heading")).toHaveTextContent("The dashboard cannot be loaded");
});

test.each([
  [
    "a wrong password",
    refusal("INVALID_PASSWORD", 403),
    "The user name or the password is not right. Try again.",
  ],
  ["nothing", refusal("VALIDATION_FAILED", 400), "Enter the user name and the password."],
  [
    "too many attempts",
    { ...refusal("RATE_LIMITED", 429), headers: { "Retry-After": "899" } },
    "Too many attempts. You can try again in 15 minutes.",
  ],
])("%s gets a sentence of its own", async (_what, answer, words) => {
  const { user } = await open({ ...NOBODY, "POST /dashboard/api/login": answer });

  await user.type(await screen.findByTestId("operator"), "olga");
  await user.click(screen.getByTestId("log-in"));

  expect(await screen.findByText(words)).toBeVisible();
});

const EXAMPLE = "contract/rest/dashboard-overview.response.json";

/** Somebody is logged in and sees the numbers of the contract's example. */
function loggedIn(more: Answers = {}) {
  return open({
    "GET /dashboard/api/session": { body: { operator: "olga" } },
    "GET /dashboard/api/overview": { body: JSON.parse(readFileSync(EXAMPLE, "utf8")) },
    ...more,
  });
}

test("every number of an answer stands on the page, in words and tables", async () => {
  await loggedIn();

  expect(await screen.findByTestId("now-members")).toHaveTextContent("7");
  expect(screen.getByTestId("now-nodes")).toHaveTextContent("2");
  expect(screen.getByTestId("share-direct")).toHaveTextContent("83% (10)");
  const failures = within(screen.getByTestId("chart-failures"));
  expect(failures.getByRole("row", { name: "The other side did not answer 1" })).toBeVisible();
  const joins = within(screen.getByTestId("chart-join-times")).getAllByRole("row", {
    hidden: true,
  });
  expect(joins.map((row) => row.textContent)).toEqual([
    expect.stringContaining("Time"),
    expect.stringMatching(/0\.4 sec1\.48 sec$/),
    expect.stringMatching(/––$/),
  ]);
});

test("each chart has its file, in the time of the zone", async () => {
  await loggedIn();
  await screen.findByTestId("now-rooms");

  const files = screen.getAllByRole("link", { name: /as CSV$/ });

  expect(files.map((file) => file.getAttribute("href")?.replace(/\?zone=.*/, ""))).toEqual(
    ["now", "rooms-per-hour", "rooms-today", "people-today", "messages-per-room"]
      .concat(["join-times", "paths", "failures"])
      .map((chart) => `/dashboard/api/csv/${chart}`),
  );
});

test("a message without a key is told apart from one that needs a key", async () => {
  const header = btoa(JSON.stringify({ alg: "RSA-OAEP-256", enc: "A256GCM", kid: "other-key" }));
  const line = { at: "2026-11-23T12:00:00Z", nickname: "Ben" };
  const { user } = await loggedIn({
    "GET /dashboard/api/messages": {
      body: [
        { ...line, id: "3", message: null },
        { ...line, id: "2", message: `${header}.a2V5.aXY.dGV4dA.dGFn` },
        { ...line, id: "1", message: "nonsense" },
      ],
    },
  });

  await user.click(await screen.findByRole("button", { name: "디자인 회의" }));
  await screen.findByText(/Encrypted for the key other-ke/);

  const said = within(screen.getByTestId("messages")).getAllByRole("listitem");
  expect(said.map((each) => each.textContent)).toEqual([
    expect.stringContaining("the words were not kept"),
    expect.stringContaining("Encrypted for the key"),
    expect.stringContaining("This cannot be opened"),
  ]);
});

test("a session that has ended leads back to the login", async () => {
  const { server, user } = await loggedIn();
  await screen.findByTestId("now-rooms");
  server.on("GET /dashboard/api/session", { body: { operator: null } });
  server.on("GET /dashboard/api/overview", refusal("LOGIN_REQUIRED", 401));

  await user.selectOptions(screen.getByRole("combobox", { name: "Time zone" }), "Asia/Seoul");

  expect(await screen.findByTestId("log-in")).toBeVisible();
});
