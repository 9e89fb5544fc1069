import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { get, type RequestOptions } from "node:https";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { connect } from "node:tls";
import { expect, test as base } from "@playwright/test";
import { launchOptions } from "../fixtures/browser.ts";
import { People } from "../fixtures/people.ts";
import { freshTitle } from "../fixtures/rooms.ts";
import { Run } from "../fixtures/run.ts";
import { freePort } from "../fixtures/server.ts";

/** How another device of the house would call this machine: no secure context without TLS. */
const NAME = `${hostname().toLowerCase().split(".")[0]}.local`;

interface Own {
  readonly port: number;
  readonly authority: Buffer;
  readonly output: string;
}

const test = base.extend<{ folder: string }, { own: Own }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  folder: async ({}, provide) => {
    const folder = freshFolder();
    await provide(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  own: [
    // oxlint-disable-next-line no-empty-pattern -- see above
    async ({}, provide) => {
      const folder = freshFolder();
      const port = await freePort();
      const run = await Run.ready(["--tls", "--port", `${port}`, "--data-dir", folder]);
      const authority = readFileSync(join(folder, "tls/ca.crt"));
      await provide({ port, authority, output: run.output });
      await run.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

test("with --tls people of the same network meet over https", async ({ own, playwright }) => {
  const browser = await playwright.chromium.launch(trusting(own.authority));
  try {
    const people = new People(browser, { origin: `https://${NAME}:${own.port}` });
    const host = await people.arrives("Host");
    await host.lobby.open();
    const name = freshTitle();
    await host.lobby.create({ name, nickname: host.name });
    await host.preJoin.join.click();
    await host.isInMeeting();
    const guest = await people.joins({ name }, "Guest");
    await host.meets(guest);
    await guest.meets(host);

    expect(own.output).toContain(`https://${NAME}:${own.port}`);
    expect(host.requests.filter((url) => url.startsWith("wss:"))).not.toEqual([]);
    expect(await people.troubles()).toEqual([]);
  } finally {
    await browser.close();
  }
});

test("who trusts the authority is served, who does not refuses", async ({ own }) => {
  const { port, authority: ca } = own;

  const handedOut = await answer(port, "/ca.crt", { ca, servername: NAME });

  expect(handedOut.body).toBe(ca.toString());
  expect(handedOut.headers["content-type"]).toBe("application/x-x509-ca-cert");
  expect(handedOut.headers["strict-transport-security"]).toBeUndefined();
  await expect(answer(port, "/livez", { servername: NAME })).rejects.toThrow(/certificate/);
  await expect(answer(port, "/livez", { ca, servername: "x.example" })).rejects.toThrow(/altname/);
});

test("without --data-dir keys are kept where rooms are, whatever HOME says", async ({ folder }) => {
  const port = await freePort();
  const [home, elsewhere] = [join(folder, "home"), join(folder, "elsewhere")];
  const variables = { HOME: elsewhere, JAVA_TOOL_OPTIONS: `-Duser.home=${home}` };

  const run = await Run.ready(["--tls", "--port", `${port}`], variables);
  await run.stop();

  expect(readdirSync(join(home, ".eyestalk"))).toEqual(
    expect.arrayContaining(["eyestalk.mv.db", "tls"]),
  );
  expect(existsSync(elsewhere)).toBe(false);
});

test("a certificate that changes is served to the next who comes", async ({ folder }) => {
  const port = await freePort();
  const [certificate, key] = [join(folder, "fullchain.pem"), join(folder, "privkey.pem")];
  const first = makeCertificate(certificate, key);
  const files = ["--tls-cert", certificate, "--tls-key", key];
  const watch = "--spring.ssl.bundle.watch.file.quiet-period=200ms";
  const run = await Run.ready([...files, "--port", `${port}`, "--data-dir", folder, "--", watch]);
  try {
    expect(await servedAt(port)).toBe(first);
    const { headers } = await answer(port, "/livez", { ca: readFileSync(certificate) });
    expect(headers["strict-transport-security"]).toContain("max-age=");

    const second = makeCertificate(certificate, key);

    await expect.poll(() => servedAt(port)).toBe(second);
  } finally {
    await run.stop();
  }
});

test("a key of another certificate is refused before anything starts", async ({ folder }) => {
  const [certificate, key] = [join(folder, "fullchain.pem"), join(folder, "privkey.pem")];
  makeCertificate(certificate, join(folder, "its-own.pem"));
  makeCertificate(join(folder, "other.pem"), key);

  const { code, output } = await Run.toItsEnd(["--tls-cert", certificate, "--tls-key", key]);

  expect(code).toBe(1);
  expect(output).toContain("does not belong to the certificate");
});

const freshFolder = () => mkdtempSync(join(tmpdir(), "eyestalk-tls-"));

/** A browser that finds {@link NAME} on this machine and takes what this authority signed. */
function trusting(authority: Buffer) {
  const key = new X509Certificate(authority).publicKey.export({ type: "spki", format: "der" });
  const pin = createHash("sha256").update(key).digest("base64");
  const options = launchOptions();
  return {
    ...options,
    args: [
      ...(options.args ?? []),
      `--host-resolver-rules=MAP ${NAME} 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${pin}`,
    ],
  };
}

/** Makes a key and a certificate for localhost; its fingerprint. */
function makeCertificate(certificate: string, key: string): string {
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const files = ["-keyout", key, "-out", certificate, "-days", "2"];
  execFileSync("openssl", ["req", ...kind, ...subject, ...files], { stdio: "pipe" });
  return new X509Certificate(readFileSync(certificate)).fingerprint256;
}

async function servedAt(port: number): Promise<string> {
  const socket = connect({ port, host: "localhost", rejectUnauthorized: false });
  await once(socket, "secureConnect");
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256;
}

async function answer(port: number, path: string, trust: RequestOptions) {
  const response = await new Promise<IncomingMessage>((take, refuse) => {
    const asked = get({ host: "localhost", port, path, agent: false, ...trust }, take);
    asked.on("error", refuse);
  });
  return { headers: response.headers, body: await text(response) };
}
