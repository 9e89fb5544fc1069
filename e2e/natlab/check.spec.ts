import type { Page } from "@playwright/test";
import { words } from "../fixtures/words.ts";
import type { Flavour } from "./lab.ts";
import { expect, test } from "./network-test.ts";

type Outcomes = Readonly<Record<string, "good" | "worth-knowing" | "bad">>;

const REACHED: Outcomes = {
  server: "good",
  live: "good",
  camera: "good",
  microphone: "good",
  address: "good",
  "relay.udp": "good",
  "relay.tcp": "good",
  "relay.tls": "good",
};

const CASES: readonly (readonly [Flavour, Outcomes, Parameters<typeof words>[0]])[] = [
  ["cone", REACHED, "check.verdict.direct"],
  ["symmetric", { ...REACHED, address: "worth-knowing" }, "check.verdict.relayed"],
  [
    "udpblocked",
    { ...REACHED, address: "worth-knowing", "relay.udp": "worth-knowing" },
    "check.verdict.relayed",
  ],
  [
    "httpsonly",
    {
      ...REACHED,
      address: "worth-knowing",
      "relay.udp": "worth-knowing",
      "relay.tcp": "worth-knowing",
    },
    "check.verdict.relayed",
  ],
  [
    "serveronly",
    {
      ...REACHED,
      address: "worth-knowing",
      "relay.udp": "worth-knowing",
      "relay.tcp": "worth-knowing",
      "relay.tls": "worth-knowing",
    },
    "check.verdict.noWay",
  ],
];

for (const [flavour, outcomes, verdict] of CASES) {
  test(`the connection check sees through a router that is ${flavour}`, async ({ lab, party }) => {
    lab.mode(1, flavour);
    const { page } = await party.arrives("Ann", 1);

    await page.goto("/check");

    await expect(page.getByTestId("verdict")).toContainText(words(verdict), { timeout: 20_000 });
    expect(await outcomesOf(page)).toEqual(outcomes);
  });
}

async function outcomesOf(page: Page): Promise<Outcomes> {
  return page
    .getByTestId("finding")
    .evaluateAll((rows: HTMLElement[]) =>
      Object.fromEntries(rows.map(({ dataset }) => [dataset["subject"], dataset["outcome"]])),
    );
}
