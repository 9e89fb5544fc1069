import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REPOSITORY } from "../fixtures/repository.ts";
import { findJdk } from "../fixtures/server.ts";
import type { Coturn } from "./coturn.ts";
import { type Lab, RELAY, SERVER } from "./lab.ts";

const READY = "EyesTalk is ready";

/** The built application in the public network of a lab. Whoever starts it stops it. */
export class LabServer {
  readonly #command: readonly string[];
  readonly #dataDir = mkdtempSync(join(tmpdir(), "eyestalk-natlab-"));
  #process: ChildProcess | undefined;
  #log = "";

  private constructor(lab: Lab, relay: Coturn) {
    this.#command = [...lab.public, ...this.#java(), ...iceProperties(relay)];
  }

  /** Starts it, told of the lab's relay, and waits until it is ready. */
  static async start(lab: Lab, relay: Coturn): Promise<LabServer> {
    const server = new LabServer(lab, relay);
    await server.startAgain();
    return server;
  }

  /** Everything it printed, over all its lives. */
  get log(): string {
    return this.#log;
  }

  /** SIGKILL: nothing says goodbye. Returns when the process is gone. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Starts it on the same data and waits until it is ready. */
  async startAgain(): Promise<void> {
    const [command = "", ...args] = this.#command;
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.#process = child;
    const start = this.#log.length;
    await new Promise<void>((resolve, reject) => {
      const read = (text: string) => {
        this.#log += text;
        if (this.#log.includes(READY, start)) resolve();
      };
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", read);
      child.once("exit", () => reject(new Error(`the server ended:\n${this.#log}`)));
    });
  }

  /** Ends it in order and takes its data away. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
  }

  /** As `./run` starts it: how fast it is back is part of what people notice. */
  #java(): readonly string[] {
    const app = join(REPOSITORY, "server/target/app");
    return [
      join(findJdk(), "bin/java"),
      "-Xmx512m",
      "-XX:+UseSerialGC",
      "-XX:+UseCompactObjectHeaders",
      "--enable-native-access=ALL-UNNAMED",
      `-XX:AOTCache=${join(app, "eyestalk.aot")}`,
      "-jar",
      join(app, "eyestalk.jar"),
      `--server.port=${SERVER.port}`,
      `--eyestalk.data-dir=${this.#dataDir}`,
    ];
  }
}

function iceProperties(relay: Coturn): readonly string[] {
  const { ip, port, tlsPort, secondPort } = RELAY;
  return [
    `--eyestalk.turn.stun[0]=stun:${ip}:${port}`,
    `--eyestalk.turn.stun[1]=stun:${ip}:${secondPort}`,
    `--eyestalk.turn.servers[0].urls[0]=turn:${ip}:${port}?transport=udp`,
    `--eyestalk.turn.servers[0].urls[1]=turn:${ip}:${port}?transport=tcp`,
    `--eyestalk.turn.servers[0].urls[2]=turns:${ip}:${tlsPort}?transport=tcp`,
    `--eyestalk.turn.secret=${relay.secret}`,
  ];
}
