import { record } from "./figures.ts";
import { expect, test } from "./network-test.ts";
import type { Flavour } from "./lab.ts";
import { isRelayed, pathsOf } from "./path.ts";
import { flow, looks } from "./pictures.ts";
import { words } from "../fixtures/words.ts";

interface Case {
  readonly title: string;
  readonly routers: readonly [Flavour, Flavour];
  /** How Ann reaches the relay her media goes over; "direct" when it goes over none. */
  readonly way: "direct" | "udp" | "tcp" | "tls";
}

const CASES: readonly Case[] = [
  { title: "two cone routers: directly", routers: ["cone", "cone"], way: "direct" },
  { title: "two symmetric routers: TURN/UDP", routers: ["symmetric", "symmetric"], way: "udp" },
  { title: "UDP blocked: TURN/TCP", routers: ["udpblocked", "cone"], way: "tcp" },
  { title: "only port 443 open: TURN/TLS", routers: ["httpsonly", "cone"], way: "tls" },
  { title: "UDP blocked on both sides", routers: ["udpblocked", "udpblocked"], way: "tcp" },
];

for (const { title, routers, way } of CASES) {
  test(`a call is possible behind ${title}`, async ({ lab, party }) => {
    for (const [index, flavour] of routers.entries()) lab.mode(index + 1, flavour);

    const { people } = await party.meets("Ann", "Ben");
    const entered = performance.now();
    await flow(looks(people));

    record({ what: `${title}, entered to pictures`, values: [performance.now() - entered] });
    const ways = await Promise.all(people.map(({ page }) => pathsOf(page)));
    const paths = ways.flat();
    expect(paths).toHaveLength(2);
    expect(paths.map(isRelayed)).toEqual([way !== "direct", way !== "direct"]);
    if (way !== "direct") expect(paths.map((path) => path.relayProtocol)).toContain(way);
  });
}

test("a relayed call says so on both ends", async ({ lab, party }) => {
  lab.mode(1, "udpblocked");

  const { people } = await party.meets("Ann", "Ben");
  await flow(looks(people));

  for (const { page } of people) {
    await expect(page.getByText(words("quality.relay")).first()).toBeVisible();
  }
});

test("where neither way nor relay is reached both ends say why, and Retry works", async ({
  lab,
  party,
}) => {
  test.setTimeout(120_000);
  lab.mode(1, "serveronly");
  const { people } = await party.meets("Ann", "Ben");
  const entered = performance.now();

  for (const [viewer, other] of looks(people)) {
    const tile = viewer.meeting.tile(other.name);
    await expect(tile).toHaveAttribute("data-state", "failed", { timeout: 60_000 });
    await expect(tile).toContainText(words("tile.failed.relay-unreachable"));
  }
  record({ what: "no way at all, entered to said so", values: [performance.now() - entered] });

  lab.mode(1, "cone");
  await party
    .person("Ann")
    .meeting.tile("Ben")
    .getByRole("button", { name: words("tile.retry") })
    .click();
  await flow(looks(people));
});
