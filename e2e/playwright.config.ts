import { defineConfig } from "@playwright/test";
import { join } from "node:path";
import { REPOSITORY } from "./fixtures/repository.ts";

const results = join(REPOSITORY, "build/test");

/** One browser at a time: four people in one room fill both cores of a small machine. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: join(results, "playwright"),
  workers: 1,
  retries: 0,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env["PLAYWRIGHT_JSON"] ?? join(results, "playwright.json") }],
  ],
  use: {
    // Pictures of every frame would cost more than the calls themselves; DOM and network are enough.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true, sources: false },
    screenshot: "only-on-failure",
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
  },
});
