import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { installProbe, watchGaps } from "../fixtures/probe.ts";
import { end } from "../fixtures/processes.ts";
import type { Coturn } from "./coturn.ts";
import { type Browsing, Lab, RELAY, SERVER, whyNoLab } from "./lab.ts";
import { isRelayed, type Path, pathsOf } from "./path.ts";
import { credentialsFor } from "./turn-client.ts";

/** The lab itself, tried with a page that holds no line of the product. */
test.describe.configure({ mode: "serial" });
test.skip(() => whyNoLab() !== undefined, "SKIPPED: no network namespaces here");

let lab: Lab;
let coturn: Coturn;
let server: ChildProcess;
let ann: Browsing;
let ben: Browsing;

test.beforeAll(async () => {
  lab = new Lab(2);
  coturn = await lab.relay();
  server = await startBareServer();
  [ann, ben] = await Promise.all([lab.browse(1), lab.browse(2)]);
});

test.afterAll(async () => {
  await Promise.all([ann, ben].map(({ browser }) => browser.close()));
  await end(server, "SIGTERM");
  await coturn.stop();
  lab.close();
});

test.afterEach(() => Promise.all([ann, ben].flatMap(closePages)));

async function startBareServer(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("bare/relay.mjs", import.meta.url));
  const [command, ...args] = [...lab.public, process.execPath, script, SERVER.ip, "8080"];
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

const closePages = ({ browser }: Browsing) => browser.contexts().map((context) => context.close());

const stun = { urls: `stun:${RELAY.ip}:${RELAY.port}` };

const turn = (urls: string) => ({
  urls,
  ...credentialsFor(coturn.secret, "bare", Math.floor(Date.now() / 1000) + 600),
});

/** Both open the page and Ann calls. */
async function call(...iceServers: RTCIceServer[]): Promise<{ ann: Page; ben: Page }> {
  const open = async ({ browser }: Browsing, me: string, other: string) => {
    const context = await browser.newContext();
    await context.addInitScript(installProbe);
    const page = await context.newPage();
    const query = new URLSearchParams({ me, other, config: JSON.stringify({ iceServers }) });
    await page.goto(`${SERVER.origin}/?${query.toString()}`);
    await expect(page).toHaveTitle("Ready");
    return page;
  };
  const pages = { ann: await open(ann, "ann", "ben"), ben: await open(ben, "ben", "ann") };
  await pages.ann.evaluate("call()");
  return pages;
}

async function seesFrames(page: Page): Promise<void> {
  const frames = () =>
    page
      .locator("video")
      .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);
  await expect.poll(frames).toBeGreaterThan(10);
}

/** The way of Ann's one connection. */
async function pathOf(page: Page): Promise<Path> {
  const [path] = await pathsOf(page);
  if (!path) throw new Error("nothing is connected");
  return path;
}

test("two cone routers let a call through directly", async () => {
  const pages = await call(stun);

  await seesFrames(pages.ann);
  await seesFrames(pages.ben);

  expect(isRelayed(await pathOf(pages.ann))).toBe(false);
});

test("two symmetric routers let no call through without a relay", async () => {
  lab.mode(1, "symmetric");
  lab.mode(2, "symmetric");

  const pages = await call(stun);

  await expect
    .poll(() => pages.ann.evaluate("connection.iceConnectionState"), { timeout: 30_000 })
    .toMatch(/failed|disconnected/);
});

test("two symmetric routers meet at the relay", async () => {
  const pages = await call(stun, turn(`turn:${RELAY.ip}:${RELAY.port}`));

  await seesFrames(pages.ann);
  await seesFrames(pages.ben);

  expect(isRelayed(await pathOf(pages.ann))).toBe(true);
});

test("a client without a filter is reached from behind a symmetric router", async () => {
  lab.mode(2, "open");

  const pages = await call(stun);

  await seesFrames(pages.ann);
  await seesFrames(pages.ben);
});

test("where UDP is blocked the relay is reached over TCP", async () => {
  lab.mode(1, "udpblocked");
  lab.mode(2, "cone");
  const servers = [stun, turn(`turn:${RELAY.ip}:${RELAY.port}?transport=tcp`)];

  const pages = await call(...servers);

  await seesFrames(pages.ann);
  await seesFrames(pages.ben);
  expect(await pathOf(pages.ann)).toMatchObject({ local: "relay", relayProtocol: "tcp" });
});

test("where only port 443 is open the relay is reached over TLS", async () => {
  lab.mode(1, "httpsonly");
  const servers = [
    turn(`turn:${RELAY.ip}:${RELAY.port}?transport=tcp`),
    turn(`turns:${RELAY.ip}:${RELAY.tlsPort}?transport=tcp`),
  ];

  const pages = await call(stun, ...servers);

  await seesFrames(pages.ann);
  await seesFrames(pages.ben);
  expect(await pathOf(pages.ann)).toMatchObject({ local: "relay", relayProtocol: "tls" });
});

test("a cut stops a direct call, mending it brings the packets back", async () => {
  lab.mode(1, "cone");
  const pages = await call(stun);
  await seesFrames(pages.ben);

  lab.cut(1, 2);
  const state = () => pages.ben.evaluate("connection.iceConnectionState");
  await expect.poll(state, { timeout: 15_000 }).toBe("disconnected");
  lab.mend(1, 2);

  await expect.poll(state, { timeout: 15_000 }).toBe("connected");
});

test("a change of address stops a call that does nothing about it", async () => {
  const pages = await call(stun);
  await seesFrames(pages.ben);

  lab.address(1);
  const gaps = await watchGaps(pages.ben.locator("video"));

  await expect
    .poll(() => pages.ben.evaluate("connection.iceConnectionState"), { timeout: 30_000 })
    .toMatch(/disconnected|failed/);
  expect(await gaps.stop()).toBeGreaterThan(1000);
});
