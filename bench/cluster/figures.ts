import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findJdk } from "../../e2e/fixtures/server.ts";

const TICKS_PER_SECOND = 100;

/** CPU seconds a process has used so far, in all its threads. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory of a process in KB. */
export function residentKb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}

/** What is alive on the heap of a JVM in KB; collects its garbage first. */
export function liveKb(pid: number): number {
  const jcmd = join(findJdk(), "bin/jcmd");
  const histogram = execFileSync(jcmd, [String(pid), "GC.class_histogram"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return Number(/^Total\s+\d+\s+(\d+)/m.exec(histogram)?.[1]) / 1024;
}

/** The value below which that part of all values lies; NaN without values. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
}
