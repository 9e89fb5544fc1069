import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { REPOSITORY } from "../fixtures/repository.ts";

/** Where figures of one run are collected, one JSON object a line. */
const FIGURES = process.env["NETWORK_FIGURES"] ?? join(REPOSITORY, "build/test/network.jsonl");

/** Something measured in the lab. */
export interface Figure {
  /** What happened, e.g. "link A–B cut: A sees B again". */
  readonly what: string;
  /** Milliseconds, unless `unit` says otherwise. */
  readonly values: readonly number[];
  readonly unit?: string;
  /** What we want it to be, in words. */
  readonly goal?: string;
}

/** Keeps a figure for `bench/network` and prints it. */
export function record(figure: Figure): void {
  mkdirSync(dirname(FIGURES), { recursive: true });
  appendFileSync(FIGURES, `${JSON.stringify(figure)}\n`);
  console.log(
    `    ${figure.what}: ${figure.values.map(Math.round).join(", ")} ${figure.unit ?? "ms"}`,
  );
}

/** The value that `percent` of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? Number.NaN;
}
