import { defineConfig } from "vitest/config";

// Vitest 5 prints failures with Map.groupBy, which Node has from version 21 on.
Map.groupBy ??= function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K) {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

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
      {
        test: {
          name: "tools",
          include: ["tools/**/*.test.mjs"],
          environment: "node",
        },
      },
      {
        test: {
          name: "deploy",
          include: ["deploy/checks/**/*.test.ts"],
          environment: "node",
          // Linters and parsers compile schemas or WebAssembly first, which takes its time on a busy machine.
          testTimeout: 60_000,
        },
      },
    ],
  },
});
