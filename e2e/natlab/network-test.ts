import { test as base } from "@playwright/test";
import { statisticsOf } from "../fixtures/probe.ts";
import type { Coturn } from "./coturn.ts";
import { type Browsing, Lab, whyNoLab } from "./lab.ts";
import { LabServer } from "./lab-server.ts";
import { Party } from "./party.ts";

const CLIENTS = 4;

interface PerTest {
  /** Skips the test where no lab can be made. */
  possible: void;
  /** The people of this test; all routers are cones when it begins. */
  party: Party;
}

interface PerWorker {
  lab: Lab;
  relay: Coturn;
  server: LabServer;
  browsings: Map<number, Promise<Browsing>>;
}

/** Tests of the real application in a lab of four clients, a relay and a server. */
export const test = base.extend<PerTest, PerWorker>({
  possible: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, provide, testInfo) => {
      testInfo.skip(whyNoLab() !== undefined, "SKIPPED: no network namespaces on this machine");
      await provide();
    },
    { auto: true },
  ],

  lab: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, provide) => {
      const lab = new Lab(CLIENTS);
      await provide(lab);
      lab.close();
    },
    { scope: "worker" },
  ],

  relay: [
    async ({ lab }, provide) => {
      const relay = await lab.relay();
      await provide(relay);
      await relay.stop();
    },
    { scope: "worker" },
  ],

  server: [
    async ({ lab, relay }, provide) => {
      const server = await LabServer.start(lab, relay);
      await provide(server);
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],

  browsings: [
    // The lab is named so that it outlives the browsers in it.
    async ({ lab: _lab }, provide) => {
      const browsings = new Map<number, Promise<Browsing>>();
      await provide(browsings);
      const all = await Promise.all(browsings.values());
      await Promise.all(all.map(({ browser }) => browser.close()));
    },
    { scope: "worker" },
  ],

  party: async ({ lab, server, browsings }, provide, testInfo) => {
    for (let client = 1; client <= CLIENTS; client++) lab.mode(client, "cone");
    const party = new Party(lab, browsings);
    await provide(party);
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach("server.log", { body: server.log, contentType: "text/plain" });
      for (const { name, page, console } of party.people) {
        const statistics = page.isClosed() ? "closed" : await statisticsOf(page);
        const body = JSON.stringify({ console, statistics }, undefined, 1);
        await testInfo.attach(`${name}.json`, { body, contentType: "application/json" });
      }
    }
    await party.close();
  },
});

export { expect } from "@playwright/test";
