import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";

const FILES: Readonly<Record<string, { at: URL; type: string }>> = {
  "/": { at: new URL("page.html", import.meta.url), type: "text/html" },
  "/page.js": { at: new URL("page.js", import.meta.url), type: "text/javascript" },
};

/** A static page and a relay without rules: what any product has to be compared with. */
export interface BareServer {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Starts it on a free port of this machine. */
export async function startBareServer(): Promise<BareServer> {
  const http = createServer((request, response) => {
    const file = FILES[new URL(request.url ?? "/", "http://bare").pathname];
    if (file === undefined) return void response.writeHead(404).end();
    const body = readFileSync(file.at);
    response.writeHead(200, { "content-type": file.type }).end(body);
  });
  const sockets = new WebSocketServer({ server: http });
  const rooms = new Map<string, Map<number, WebSocket>>();
  let lastId = 0;
  sockets.on("connection", (socket, request) => {
    const room = new URL(request.url ?? "/", "http://bare").searchParams.get("room") ?? "";
    relay(socket, (lastId += 1), membersOf(rooms, room));
  });
  http.listen(0);
  await once(http, "listening");
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("a TCP port has a number");
  return {
    origin: `http://localhost:${address.port}`,
    stop: async () => {
      for (const socket of sockets.clients) socket.terminate();
      http.close();
      await once(http, "close");
    },
  };
}

function membersOf(rooms: Map<string, Map<number, WebSocket>>, room: string) {
  const members = rooms.get(room) ?? new Map<number, WebSocket>();
  rooms.set(room, members);
  return members;
}

function relay(socket: WebSocket, id: number, members: Map<number, WebSocket>): void {
  socket.on("close", () => members.delete(id));
  socket.on("message", (data: Buffer) => {
    const { join: joins, to, ...signal } = JSON.parse(data.toString());
    if (joins) {
      socket.send(JSON.stringify({ others: [...members.keys()] }));
      members.set(id, socket);
    } else {
      members.get(to)?.send(JSON.stringify({ from: id, ...signal }));
    }
  });
}
