import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's top folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Files under version control, or about to be, whose path matches; paths are relative to {@link ROOT}. */
export function filesMatching(pattern: RegExp): string[] {
  return execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  })
    .split("\0")
    .filter((path) => pattern.test(path));
}

/** The text of a file, by its path relative to {@link ROOT}. */
export function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** Runs a check over files; each fault starts with the file's path. */
export function faultsIn(
  paths: readonly string[],
  check: (text: string, path: string) => readonly string[],
): string[] {
  return paths.flatMap((path) => check(read(path), path).map((fault) => `${path}: ${fault}`));
}
