import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { end } from "../fixtures/processes.ts";
import type { Endpoint } from "./turn-address.ts";

const START = fileURLToPath(new URL("../../deploy/coturn/start", import.meta.url));

/** A running coturn with the shipped configuration. */
export interface Coturn {
  readonly plain: Endpoint;
  readonly tls: Endpoint;
  /** Secret that its credentials are made with. */
  readonly secret: string;
  /** Everything it printed so far. */
  log(): string;
  stop(): Promise<void>;
}

/** What a test changes of the shipped configuration. */
export interface CoturnOptions {
  readonly ip: string;
  readonly port: number;
  readonly tlsPort: number;
  /** Addresses that relays stand on, default: `ip`. */
  readonly relayIps?: readonly string[];
  /** Ranges that stay allowed although the configuration denies them: a test has no public addresses. */
  readonly allowedPeers: readonly string[];
  /** Command to run it under, e.g. inside a network namespace. */
  readonly under?: readonly string[];
  readonly extra?: readonly string[];
}

/** Whether this machine has coturn and openssl. */
export function hasCoturn(): boolean {
  try {
    execFileSync("sh", ["-c", "command -v turnserver && command -v openssl"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Starts coturn through `deploy/coturn/start` and waits until it listens. */
export async function startCoturn(options: CoturnOptions): Promise<Coturn> {
  const { ip, port, tlsPort, relayIps = [ip], under = [], extra = [] } = options;
  const folder = mkdtempSync(join(tmpdir(), "eyestalk-coturn-"));
  const { cert, key } = selfSigned(folder, ip);
  const secret = "for-tests-only-for-tests-only-for-tests-only";
  const [command = START, ...args] = [
    ...under,
    START,
    `--listening-ip=${ip}`,
    ...relayIps.map((relay) => `--relay-ip=${relay}`),
    `--listening-port=${port}`,
    `--tls-listening-port=${tlsPort}`,
    `--cert=${cert}`,
    `--pkey=${key}`,
    "--verbose",
    ...extra,
  ];
  const child = spawn(command, args, {
    env: {
      ...process.env,
      TURN_SECRET: secret,
      TURN_REALM: "turn.test",
      TURN_ALLOWED_PEERS: options.allowedPeers.join(" "),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = await untilListening(child);
  return {
    plain: { ip, port },
    tls: { ip, port: tlsPort },
    secret,
    log,
    stop: async () => {
      await end(child, "SIGTERM");
      rmSync(folder, { recursive: true });
    },
  };
}

function selfSigned(folder: string, ip: string) {
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const subject = ["-subj", `/CN=${ip}`, "-addext", `subjectAltName=IP:${ip}`];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const files = ["-keyout", key, "-out", cert, "-days", "2"];
  execFileSync("openssl", ["req", "-x509", ...curve, ...files, ...subject], { stdio: "ignore" });
  return { cert, key };
}

/** Resolves with a reader of the log once all listeners stand; rejects when coturn ends before. */
function untilListening(child: ChildProcess): Promise<() => string> {
  let log = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      // The admin thread is the last thing coturn starts.
      if (log.includes("(admin thread)")) resolve(() => log);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => reject(new Error(`coturn ended with ${code}:\n${log}`)));
    child.once("error", reject);
  });
}
