import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, request, type IncomingHttpHeaders, type Server } from "node:http";
import { join } from "node:path";
import { ROOT } from "./repository.ts";
import { at, text } from "./tree.ts";

/** Whether Debian's `haproxy` is on this machine. */
export const HAPROXY = ["/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/usr/bin/haproxy"].find(
  (path) => existsSync(path),
);

const CONFIGURATION = join(ROOT, "deploy/proxy/haproxy.cfg");
/** RFC 6455, section 1.3. */
const WEBSOCKET_ID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const PATIENCE_MS = 10_000;

/** What haproxy says against the configuration; a warning counts as a fault. */
export function proxyFaults(
  variables: Readonly<Record<string, string>>,
  path = CONFIGURATION,
): string {
  const result = spawnSync(haproxy(), ["-c", "-dW", "-f", path], {
    encoding: "utf8",
    env: variables,
  });
  return result.status === 0 ? "" : result.stderr;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A node of the tests: says its name and the headers that reached it, and whether it is ready. */
export interface Node {
  readonly port: number;
  ready: boolean;
  refusing: boolean;
  close(): void;
}

/** Starts a node on a free port; it is ready. */
export async function startNode(name: string): Promise<Node> {
  const state = { ready: true, refusing: false };
  const server: Server = createServer((asked, response) => {
    if (asked.url === "/readyz") response.writeHead(state.ready ? 200 : 503).end();
    else if (state.refusing) response.writeHead(503).end();
    else response.end(JSON.stringify({ name, headers: asked.headers }));
  });
  server.on("upgrade", (asked, socket) => {
    const key = `${asked.headers["sec-websocket-key"] ?? ""}${WEBSOCKET_ID}`;
    const accept = createHash("sha1").update(key).digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on("data", (data: Buffer) => socket.write(data));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return Object.assign(state, {
    port: Number(text(at(server.address(), "port"))),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
}

/** A running haproxy with the repository's configuration. */
export interface Proxy {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Starts the proxy in front of nodes, and waits until it takes connections. */
export async function startProxy(
  nodes: readonly Node[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Proxy> {
  const port = await freePort();
  const process = spawn(haproxy(), ["-db", "-q", "-f", CONFIGURATION], {
    stdio: "ignore",
    env: {
      PROXY_BIND: `127.0.0.1:${port}`,
      ...Object.fromEntries(nodes.map((node, i) => [`NODE${i + 1}`, `127.0.0.1:${node.port}`])),
      ...variables,
    },
  });
  await until(async () => (await get(port).catch(() => undefined)) !== undefined);
  return { port, close: () => end(process) };
}

/** One GET over a connection of its own. */
export function get(port: number, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port, path: "/", headers, agent: false },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (piece: string) => (body += piece));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    asked.on("error", reject).end();
  });
}

/** Asks again until it holds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${PATIENCE_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = Number(text(at(server.address(), "port")));
  await new Promise((closed) => server.close(closed));
  return port;
}

async function end(process: ChildProcess): Promise<void> {
  const exit = once(process, "exit");
  process.kill("SIGKILL");
  await exit;
}

function haproxy(): string {
  if (HAPROXY === undefined) throw new Error("haproxy is not installed");
  return HAPROXY;
}
