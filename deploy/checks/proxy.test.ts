import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { get, HAPROXY, proxyFaults, startNode, startProxy, until, type Proxy } from "./proxy.ts";
import { read } from "./repository.ts";
import { at, entries, text } from "./tree.ts";

const NODES = { NODE1: "127.0.0.1:1", NODE2: "127.0.0.1:2", NODE3: "127.0.0.1:3" };
const PLAIN = { ...NODES, PROXY_BIND: "127.0.0.1:8" };
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

function scratch(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "eyestalk-proxy-"));
  closing.push(() => rmSync(folder, { recursive: true }));
  return join(folder, name);
}

async function threeNodes() {
  const nodes = await Promise.all([startNode("a"), startNode("b"), startNode("c")]);
  closing.push(() => nodes.forEach((node) => node.close()));
  return nodes;
}

async function proxied(variables?: Record<string, string>) {
  const nodes = await threeNodes();
  const proxy = await startProxy(nodes, variables);
  closing.push(proxy.close);
  await until(async () => new Set(await names(proxy, 6)).size === 3);
  return { nodes, proxy };
}

async function names(proxy: Proxy, count: number, headers?: Record<string, string>) {
  const answers = [];
  for (let i = 0; i < count; i += 1) answers.push(await get(proxy.port, headers));
  return answers.map((answer) =>
    answer.status === 200 ? name(answer.body) : String(answer.status),
  );
}

function name(body: string): string {
  return text(at(JSON.parse(body), "name"));
}

describe.skipIf(HAPROXY === undefined)("haproxy", () => {
  test("takes the configuration, plain, sticky and with TLS, without a warning", () => {
    const certificate = scratch("both.pem");
    execFileSync(
      "openssl",
      // prettier-ignore
      ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=x",
       "-days", "1", "-keyout", certificate, "-out", certificate],
      { stdio: "ignore" },
    );

    expect(proxyFaults(PLAIN)).toBe("");
    expect(proxyFaults({ ...PLAIN, PROXY_STICKY: "1", PROXY_ADMIN: scratch("admin") })).toBe("");
    expect(proxyFaults({ ...PLAIN, PROXY_STICKY: "1", PROXY_TLS: certificate })).toBe("");
  });

  test("would find a fault in it", () => {
    const wrong = scratch("haproxy.cfg");
    writeFileSync(
      wrong,
      read("deploy/proxy/haproxy.cfg").replace("balance roundrobin", "balance fairly"),
    );

    expect(proxyFaults(PLAIN, wrong)).toContain("balance only supports");
  });

  test("asks the nodes in turns and ties nobody to one", async () => {
    const { proxy } = await proxied();

    const turns = await names(proxy, 6);
    const answer = await get(proxy.port);

    expect(turns.slice(0, 3).toSorted()).toEqual(["a", "b", "c"]);
    expect(turns.slice(3)).toEqual(turns.slice(0, 3));
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  test("ties a visitor to a node where sessions are sticky", async () => {
    const { proxy } = await proxied({ PROXY_STICKY: "1" });
    const first = await get(proxy.port);
    const cookie = (first.headers["set-cookie"]?.[0] ?? "").split(";")[0] ?? "";

    const later = await names(proxy, 4, { cookie });

    expect(new Set(later)).toEqual(new Set([name(first.body)]));
  });

  test("tells nodes the address it saw, not the one a visitor claims", async () => {
    const { proxy } = await proxied();

    const { body } = await get(proxy.port, {
      "x-forwarded-for": "203.0.113.9",
      forwarded: "for=203.0.113.9;proto=https",
      "x-forwarded-proto": "https",
    });

    const headers = at(JSON.parse(body), "headers");
    expect(at(headers, "x-forwarded-for")).toBe("127.0.0.1");
    expect(at(headers, "x-forwarded-proto")).toBe("http");
    expect(at(headers, "forwarded")).toBeUndefined();
  });

  test("sends nobody to a node that is not ready, nor lets anyone see it die or refuse", async () => {
    const { nodes, proxy } = await proxied();
    const [a, b] = nodes;
    if (a === undefined || b === undefined) throw new Error("three nodes were asked for");

    a.refusing = true;
    expect(await names(proxy, 6)).not.toContain("503");
    a.ready = false;
    b.close();

    expect(new Set(await names(proxy, 6))).toEqual(new Set(["c"]));
  });

  test("says in the service's own words that nobody is ready", async () => {
    const { nodes, proxy } = await proxied();

    nodes.forEach((node) => (node.ready = false));
    await until(async () => (await get(proxy.port)).status === 503);

    const answer = await get(proxy.port);
    const words: unknown = JSON.parse(answer.body);
    const contract = entries(JSON.parse(read("contract/rest/problem.service-unavailable.json")));
    expect(entries(words)).toEqual(expect.arrayContaining(contract));
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(answer.headers["retry-after"]).toBe("5");
  });

  test("lets a WebSocket through", async () => {
    const { proxy } = await proxied();

    const echo = await new Promise<string>((resolve, reject) => {
      const asked = request({
        host: "127.0.0.1",
        port: proxy.port,
        path: "/socket.io/",
        headers: {
          connection: "Upgrade",
          upgrade: "websocket",
          "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
          "sec-websocket-version": "13",
        },
      });
      asked.on("error", reject);
      asked.on("upgrade", (_, socket) => {
        closing.push(() => socket.destroy());
        socket.on("data", (data: Buffer) => resolve(data.toString()));
        socket.write("hello");
      });
      asked.end();
    });

    expect(echo).toBe("hello");
  });
});
