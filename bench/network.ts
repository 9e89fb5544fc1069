// Runs the proofs of the network lab (root, Debian's iproute2, nftables, conntrack and coturn) and prints their figures.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REPOSITORY } from "../e2e/fixtures/repository.ts";
import { type Figure, percentile } from "../e2e/natlab/figures.ts";
import { median, printTable } from "./table.ts";

const folder = mkdtempSync(join(tmpdir(), "eyestalk-network-"));
const figures = join(folder, "figures.jsonl");

const child = spawn("npx", ["playwright", "test", "natlab/", ...process.argv.slice(2)], {
  cwd: join(REPOSITORY, "e2e"),
  env: {
    ...process.env,
    NETWORK_FIGURES: figures,
    PLAYWRIGHT_JSON: join(folder, "playwright.json"),
  },
  stdio: "inherit",
});
const [code] = await once(child, "exit");
if (existsSync(figures)) printFigures(readFileSync(figures, "utf8").trim().split("\n"));
else console.log("Nothing was measured; see above why.");
rmSync(folder, { recursive: true });
process.exitCode = Number(code ?? 1);

function printFigures(lines: readonly string[]): void {
  const head = ["in the lab", "n", "median", "p95", "longest", "unit", "goal"];
  printTable([head, ...lines.map((line) => row(JSON.parse(line)))]);
}

function row({ what, values, unit = "ms", goal = "" }: Figure): readonly string[] {
  const sizes = [median(values), percentile(values, 95), Math.max(...values)];
  const shown = sizes.map((value) => (unit === "ms" ? value.toFixed(0) : value.toFixed(1)));
  return [what, String(values.length), ...shown, unit, goal];
}
