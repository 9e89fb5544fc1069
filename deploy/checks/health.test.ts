import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./repository.ts";
import { at, text } from "./tree.ts";

/** The exit code of the image's health check against a server that answers with `status`. */
async function exitCode(status: number | undefined): Promise<unknown> {
  const server: Server = createServer((request, response) => {
    response.writeHead(request.url === "/livez" ? (status ?? 500) : 404).end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = text(at(server.address(), "port"));
  if (status === undefined) await new Promise((closed) => server.close(closed));
  const health = spawn(join(ROOT, "deploy/docker/health"), [port, "/livez"], {
    stdio: "ignore",
  });
  const [code] = await once(health, "exit");
  server.closeAllConnections();
  server.close();
  return code;
}

test("a server that lives is healthy", async () => {
  expect(await exitCode(200)).toBe(0);
});

test.each([503, 404, 302])("a server that answers %i is not", async (status) => {
  expect(await exitCode(status)).toBe(1);
});

test("a server that is gone is not", async () => {
  expect(await exitCode(undefined)).toBe(1);
});
