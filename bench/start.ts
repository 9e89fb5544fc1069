// From the start of the process to the first 200 of the readiness probe, on a built tree.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { REPOSITORY } from "../e2e/fixtures/repository.ts";
import { answers, findJdk, freePort } from "../e2e/fixtures/server.ts";
import { median, printTable } from "./table.ts";

const RUNS = 3;
const POLL_MS = 10;

type Command = (port: number, dataDir: string) => readonly [string, ...string[]];

const WAYS: Readonly<Record<string, Command>> = {
  "./run": (port, dataDir) => ["./run", "--port", String(port), "--data-dir", dataDir],
  "java -jar": (port, dataDir) => [
    join(findJdk(), "bin/java"),
    "-jar",
    "server/target/eyestalk.jar",
    `--server.port=${port}`,
    `--eyestalk.data-dir=${dataDir}`,
  ],
};

await run("./run", ["--build"]);
const results = Object.fromEntries(Object.keys(WAYS).map((way) => [way, [] as number[]]));
for (let turn = 0; turn < RUNS; turn += 1) {
  for (const [way, command] of Object.entries(WAYS)) {
    results[way]?.push(await startToReady(command));
  }
}
printTable([
  ["start to ready, seconds", "median", "all"],
  ...Object.entries(results).map(([way, all]) => [
    way,
    seconds(median(all)),
    all.map(seconds).join(" "),
  ]),
]);

/** Milliseconds until ready; the process and its data are gone after. */
async function startToReady(command: Command): Promise<number> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "eyestalk-start-"));
  const [program, ...parameters] = command(port, dataDir);
  const started = performance.now();
  const child = spawn(program, parameters, { cwd: REPOSITORY, stdio: "ignore" });
  try {
    return await ready(child, `http://localhost:${port}/actuator/health/readiness`, started);
  } finally {
    // ./run replaces itself by the JVM, so the signal reaches the right process either way.
    if (child.exitCode === null) {
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      await exit;
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function ready(child: ChildProcess, url: string, started: number): Promise<number> {
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    await pause(POLL_MS);
  }
  return performance.now() - started;
}

async function run(program: string, parameters: readonly string[]): Promise<void> {
  const child = spawn(program, parameters, { cwd: REPOSITORY, stdio: "inherit" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${program} ${parameters.join(" ")} ended with ${String(code)}`);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(2);
}
