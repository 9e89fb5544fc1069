// javascript.mjs PORT PACKAGE MODE: what an application does with the official JavaScript client.
// Prints "ok RULE" for each rule that holds and "FAILED RULE" otherwise; exits with 0 if all hold.
import assert from "node:assert/strict";

const [port, packageName, mode] = process.argv.slice(2);
const { io } = await import(packageName);
const transports = mode === "default" ? undefined : [mode];
let failed = 0;

function connect(namespace = "/", options = {}) {
  return io(`http://127.0.0.1:${port}${namespace}`, {
    forceNew: true,
    ...(transports && { transports }),
    ...options,
  });
}

function answer(socket, event) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event}`)), 5000);
    socket.once(event, (...args) => {
      clearTimeout(timer);
      resolve(args);
    });
  });
}

function acknowledged(socket, event, ...args) {
  return new Promise((resolve, reject) => {
    socket.timeout(5000).emit(event, ...args, (error, ...reply) => {
      if (error) reject(error);
      else resolve(reply);
    });
  });
}

async function rule(name, check) {
  try {
    await check();
    console.log(`ok ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}: ${error.stack}`);
  }
}

await rule("connects with auth", async () => {
  const socket = connect("/", { auth: { token: "abc" } });
  const [auth] = await answer(socket, "auth");
  assert.deepEqual(auth, { token: "abc" });
  socket.disconnect();
});

await rule("uses the transport it was told to", async () => {
  const socket = connect();
  await answer(socket, "connect");
  if (mode === "default" && socket.io.engine.transport.name !== "websocket") {
    await answer(socket.io.engine, "upgrade");
  }
  assert.equal(socket.io.engine.transport.name, mode === "polling" ? "polling" : "websocket");
  socket.disconnect();
});

await rule("exchanges events", async () => {
  const socket = connect();
  const back = answer(socket, "message-back");
  socket.emit("message", 1, "2", { 3: [true, "한국어"] });
  assert.deepEqual(await back, [1, "2", { 3: [true, "한국어"] }]);
  socket.disconnect();
});

await rule("keeps the order of events through the upgrade", async () => {
  const socket = connect();
  const seen = [];
  const all = new Promise((resolve) => {
    socket.on("message-back", (number) => {
      seen.push(number);
      if (seen.length === 500) resolve();
    });
  });
  await answer(socket, "connect");
  for (let number = 0; number < 500; number += 1) {
    socket.emit("message", number);
    if (number % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await all;
  assert.deepEqual(
    seen,
    Array.from({ length: 500 }, (_, number) => number),
  );
  socket.disconnect();
});

await rule("exchanges binary", async () => {
  const socket = connect();
  const back = answer(socket, "message-back");
  socket.emit("message", Buffer.from([1, 2, 3]), { deep: [Buffer.from("x")] });
  const [first, second] = await back;
  assert.deepEqual(Buffer.from(first), Buffer.from([1, 2, 3]));
  assert.deepEqual(Buffer.from(second.deep[0]), Buffer.from("x"));
  socket.disconnect();
});

await rule("acknowledges, with binary too", async () => {
  const socket = connect();
  assert.deepEqual(await acknowledged(socket, "message-with-ack", 1, "2"), [1, "2"]);
  const [binary] = await acknowledged(socket, "message-with-ack", Buffer.from([9]));
  assert.deepEqual(Buffer.from(binary), Buffer.from([9]));
  socket.disconnect();
});

await rule("times an acknowledgement out", async () => {
  const socket = connect();
  await answer(socket, "connect");
  const error = await new Promise((resolve) => {
    socket.timeout(200).emit("nobody-answers", (problem) => resolve(problem));
  });
  assert.ok(error instanceof Error);
  socket.disconnect();
});

await rule("acknowledges what the server asks", async () => {
  const socket = connect();
  socket.on("question", (number, reply) => reply(number + 1, Buffer.from([5])));
  const result = answer(socket, "answered");
  socket.emit("ask-me", 41);
  const [number, binary] = await result;
  assert.equal(number, 42);
  assert.deepEqual(Buffer.from(binary), Buffer.from([5]));
  socket.disconnect();
});

await rule("sends volatile events when connected", async () => {
  const socket = connect();
  socket.volatile.emit("message", "lost");
  await answer(socket, "connect");
  await new Promise((resolve) => setTimeout(resolve, 200));
  const back = answer(socket, "message-back");
  socket.volatile.emit("message", "kept");
  assert.deepEqual(await back, ["kept"]);
  socket.disconnect();
});

await rule("carries nearly a megabyte", async () => {
  const socket = connect();
  const large = "x".repeat(990_000);
  assert.deepEqual(await acknowledged(socket, "message-with-ack", large), [large]);
  const bytes = Buffer.alloc(700_000, 7);
  const [back] = await acknowledged(socket, "message-with-ack", bytes);
  assert.ok(bytes.equals(Buffer.from(back)));
  socket.disconnect();
});

await rule("shares one connection among namespaces", async () => {
  const main = connect();
  const custom = main.io.socket("/custom", { auth: { who: "me" } });
  const greeting = answer(custom, "auth");
  custom.connect();
  assert.deepEqual(await greeting, [{ who: "me" }]);
  const back = answer(custom, "message-back");
  custom.emit("message", "c");
  assert.deepEqual(await back, ["c"]);
  main.disconnect();
  assert.deepEqual(await acknowledged(custom, "message-with-ack", 1), [1]);
  custom.disconnect();
});

await rule("hears why a namespace is closed to it", async () => {
  const unknown = connect("/unknown");
  const [error] = await answer(unknown, "connect_error");
  assert.equal(error.message, "Invalid namespace");
  unknown.disconnect();
  const guarded = connect("/guarded");
  const [refusal] = await answer(guarded, "connect_error");
  assert.equal(refusal.message, "not you");
  assert.deepEqual(refusal.data, { retry: 3 });
  guarded.disconnect();
});

await rule("hears that the server disconnects it", async () => {
  const socket = connect();
  await answer(socket, "connect");
  const reason = answer(socket, "disconnect");
  socket.emit("throw-me-out");
  assert.equal((await reason)[0], "io server disconnect");
  socket.disconnect();
});

await rule("comes back by itself when the connection is closed", async () => {
  const socket = connect("/", { reconnectionDelay: 50 });
  await answer(socket, "connect");
  const before = socket.id;
  const reason = answer(socket, "disconnect");
  socket.emit("close-me");
  assert.match((await reason)[0], /^transport (close|error)$/u);
  await answer(socket, "connect");
  assert.notEqual(socket.id, before);
  assert.deepEqual(await acknowledged(socket, "message-with-ack", 1), [1]);
  socket.disconnect();
});

await rule("stays through many heartbeats", async () => {
  const socket = connect("/", { reconnection: false });
  await answer(socket, "connect");
  const ended = answer(socket, "disconnect").then(
    () => true,
    () => false,
  );
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.ok(socket.connected);
  socket.disconnect();
  await ended;
});

process.exit(failed === 0 ? 0 : 1);
