import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import { launchOptions } from "../fixtures/browser.ts";
import { type Coturn, startCoturn } from "./coturn.ts";

const SCRIPT = fileURLToPath(new URL("lab.sh", import.meta.url));

/** Where the server of a lab listens. */
export const SERVER = {
  ip: "203.0.113.10",
  port: 8080,
  origin: "http://203.0.113.10:8080",
} as const;

/** Where the relay of a lab listens. */
export const RELAY = { ip: "203.0.113.11", port: 3478, tlsPort: 443, secondPort: 3480 } as const;

/** What stands between a client and the internet; `lab.sh` says what each does. */
export type Flavour = "cone" | "symmetric" | "open" | "udpblocked" | "httpsonly" | "serveronly";

/**
 * Flags of the other browser tests: in a network of its own a client has addresses, and the loopback one only
 * misleads ICE; half the frames are enough to see a gap, and leave room for four people.
 */
const UNWANTED = ["--allow-loopback-in-peer-connection", "--use-fake-device-for-media-stream"];

const NEEDS = ["ip", "nft", "conntrack", "turnserver", "openssl"];
let reason: string | undefined | null = null;

/** Why no lab can be made on this machine, in one loud line; undefined when one can. */
export function whyNoLab(): string | undefined {
  if (reason !== null) return reason;
  const missing = NEEDS.filter((tool) => !succeeds("sh", ["-c", `command -v ${tool}`]));
  if (process.getuid?.() !== 0) reason = "needs root for network namespaces";
  else if (missing.length > 0) reason = `needs ${missing.join(", ")}`;
  else if (!succeeds("sh", ["-c", "ip netns add $0 && ip netns del $0", `probe${process.pid}`])) {
    reason = "needs a kernel that lets us make network namespaces";
  } else reason = undefined;
  if (reason) console.warn(`\n!!! NETWORK LAB SKIPPED: it ${reason}\n`);
  return reason;
}

function succeeds(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A small internet of its own: a public network and clients behind routers. Whoever makes one closes it. */
export class Lab {
  readonly #prefix = `eye${process.pid}-`;
  readonly #folder = mkdtempSync(join(tmpdir(), "eyestalk-lab-"));

  /** Makes the networks. @throws when this machine cannot (see `whyNoLab`). */
  constructor(clients: number) {
    this.#sh("up", clients);
  }

  /** The words that put a command into the public network. */
  get public(): readonly string[] {
    return ["ip", "netns", "exec", `${this.#prefix}pub`];
  }

  /** Changes the router of a client (1, 2, …). Every mapping it had is forgotten. */
  mode(client: number, flavour: Flavour): void {
    this.#sh("mode", client, flavour);
  }

  /** Gives a client another private and another public address. */
  address(client: number): void {
    this.#sh("address", client);
  }

  /** Nothing gets from one client's network to the other's any more; what goes over others still does. */
  cut(one: number, other: number): void {
    this.#sh("cut", one, other);
  }

  /** Undoes `cut`. */
  mend(one: number, other: number): void {
    this.#sh("mend", one, other);
  }

  /**
   * The relay with the shipped configuration. Public addresses of the lab are documentation ones, hence allowed; a
   * second port for STUN shows which routers change their mapping.
   */
  relay(): Promise<Coturn> {
    return startCoturn({
      ...RELAY,
      under: this.public,
      allowedPeers: ["203.0.113.0-203.0.113.255"],
      extra: [`--aux-server=${RELAY.ip}:${RELAY.secondPort}`],
    });
  }

  /** Starts a Chromium in the network of a client. */
  async browse(client: number): Promise<Browsing> {
    const wrapper = this.wrapper(client, "/usr/bin/chromium");
    const { args = [], ...options } = launchOptions();
    const browser = await chromium.launch({
      ...options,
      executablePath: wrapper.path,
      args: [
        ...args.filter((flag) => !UNWANTED.some((start) => flag.startsWith(start))),
        "--use-fake-device-for-media-stream=fps=15",
        "--ignore-certificate-errors",
        `--unsafely-treat-insecure-origin-as-secure=${SERVER.origin}`,
      ],
    });
    return { browser, pid: wrapper.pid() };
  }

  /** An executable that runs `program` in the network of a client and notes its process id. */
  wrapper(client: number, program: string): { path: string; pid: () => number } {
    const name = join(this.#folder, `${client}-${Math.random().toString(36).slice(2)}`);
    // Four browsers encode on two cores: unless they are nice the server waits for minutes. As root Chromium would
    // take its priority back.
    const nice = "setpriv --bounding-set -sys_nice nice -n 10";
    const run = `exec ip netns exec ${this.#prefix}c${client} ${nice} ${program} "$@"`;
    writeFileSync(name, `#!/bin/sh\necho $$ >${name}.pid\n${run}\n`, { mode: 0o755 });
    return { path: name, pid: () => Number(readFileSync(`${name}.pid`, "utf8")) };
  }

  /** Takes the networks away. Processes in them must have ended. */
  close(): void {
    this.#sh("down");
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #sh(...args: (string | number)[]): void {
    execFileSync(SCRIPT, args.map(String), {
      env: { ...process.env, LAB: this.#prefix },
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
}

/** A browser in the network of a client, and the process it is. */
export interface Browsing {
  readonly browser: Browser;
  readonly pid: number;
}
