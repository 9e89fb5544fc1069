import { readdirSync, readFileSync } from "node:fs";

/** A process and everything it started, by id, parents first. */
function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const { pid, parent } of allProcesses()) {
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** Sends a signal to a process and everything it started. */
export function signalTree(root: number, signal: NodeJS.Signals): void {
  for (const pid of processTree(root)) process.kill(pid, signal);
}

/** Resident memory of a process and everything it started, in bytes; shared pages count for each. */
export function residentBytes(root: number): number {
  const pages = processTree(root).map((pid) => {
    const [, resident = "0"] = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ");
    return Number(resident);
  });
  return pages.reduce((sum, count) => sum + count * 4096, 0);
}

function allProcesses(): readonly { pid: number; parent: number }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name in parentheses may hold blanks: count from behind it (proc(5)).
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        return [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        // It ended between the listing and the reading.
        return [];
      }
    });
}
