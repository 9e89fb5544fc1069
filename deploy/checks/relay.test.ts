import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { freePort, until } from "./proxy.ts";
import { ROOT } from "./repository.ts";

const scratch = mkdtempSync(join(tmpdir(), "eyestalk-relay-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const certificate = join(scratch, "fullchain.pem");
const key = join(scratch, "privkey.pem");
beforeAll(() => makeCertificate("first"));

function makeCertificate(name: string): void {
  execFileSync(
    "openssl",
    // prettier-ignore
    ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1", "-subj", `/CN=${name}`,
     "-keyout", key, "-out", certificate],
    { stdio: "ignore" },
  );
}

/** Whose certificate is shown there; nobody's as long as nobody listens. */
function shownBy(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false }, () => {
      const { subject } = socket.getPeerCertificate();
      socket.destroy();
      resolve(String(subject.CN));
    });
    socket.on("error", () => resolve(undefined));
  });
}

test.skipIf(!existsSync("/usr/bin/turnserver"))(
  "the relay takes a renewed certificate without a restart, and ends when told to",
  async () => {
    const [plain, tls] = [await freePort(), await freePort()];
    const relay = spawn(
      join(ROOT, "deploy/coturn/start"),
      // prettier-ignore
      ["--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", `--listening-port=${plain}`, `--tls-listening-port=${tls}`,
       `--cert=${certificate}`, `--pkey=${key}`],
      {
        stdio: "ignore",
        env: { ...process.env, TURN_REALM: "turn.example.org", TURN_SECRET: "0".repeat(64) },
      },
    );
    const ended = once(relay, "exit");
    onTestFinished(() => void relay.kill());

    await until(async () => (await shownBy(tls)) === "first");
    makeCertificate("second");
    relay.kill("SIGUSR2");
    await until(async () => (await shownBy(tls)) === "second");
    relay.kill("SIGTERM");

    expect(await ended).toEqual([143, null]);
  },
);
