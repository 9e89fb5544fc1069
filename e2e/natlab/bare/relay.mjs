// The least a call needs, without a line of the product: serves page.html and passes messages between two names.
// If a lab test with this page fails, the lab is wrong; if only the product's fails, the product is.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const page = readFileSync(new URL("page.html", import.meta.url));
const streams = new Map();

const server = createServer((request, response) => {
  const url = new URL(request.url, "http://relay");
  const name = url.searchParams.get("name");
  if (url.pathname === "/events") {
    response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    streams.set(name, response);
  } else if (url.pathname === "/send") {
    request.setEncoding("utf8");
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      streams.get(name)?.write(`data: ${body}\n\n`);
      response.writeHead(204).end();
    });
  } else {
    response.writeHead(200, { "content-type": "text/html" }).end(page);
  }
});

const [ip, port] = process.argv.slice(2);
server.listen(Number(port), ip, () => console.log("ready"));
