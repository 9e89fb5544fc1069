import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "packages",
          include: ["web/packages/*/src/**/*.test.ts"],
          environment: "node",
        },
      },
      {
        test: {
          name: "app",
          include: ["web/app/src/**/*.test.{ts,tsx}"],
          environment: "jsdom",
        },
      },
    ],
  },
});
