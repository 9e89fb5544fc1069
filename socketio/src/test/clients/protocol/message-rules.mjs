// Rules of Engine.IO protocol v4 about messages, for a server that sends every message back.
import assert from "node:assert/strict";

import { sleep } from "./wire.mjs";

async function assertComesBack(wire, body) {
  const session = await wire.open();

  const posted = await session.post(body);

  assert.equal(posted.status, 200);
  assert.equal(await posted.text(), "ok");
  const polled = await session.poll();
  assert.equal(polled.status, 200);
  assert.equal(await polled.text(), body);
}

export const messageRules = {
  "polling: carries a text": (wire) => assertComesBack(wire, "4hello"),

  "polling: carries several texts": (wire) => assertComesBack(wire, "4one\u001e4two\u001e4three"),

  "polling: carries text and binary": (wire) => assertComesBack(wire, "4hello\u001ebAQIDBA=="),

  async "polling: ends the session upon an unknown packet"(wire) {
    const session = await wire.open();

    assert.equal((await session.post("abc")).status, 400);
    assert.equal((await session.poll()).status, 400);
  },

  async "polling: ends the session upon a second poll"(wire) {
    const session = await wire.open();

    const [first, second] = await Promise.all([
      session.poll(),
      sleep(5).then(() => session.poll()),
    ]);

    assert.equal(await first.text(), "1");
    assert.equal(second.status, 400);
    assert.equal((await session.poll()).status, 400);
  },

  async "polling: ends the session when a waiting client hangs up"(wire) {
    const session = await wire.open();
    const impatience = new AbortController();
    const hungUp = assert.rejects(session.poll({ signal: impatience.signal }));
    await sleep(5);

    impatience.abort();

    assert.equal((await session.poll()).status, 400);
    await hungUp;
  },

  async "WebSocket: carries a text"(wire) {
    const socket = await wire.opened();

    socket.send("4hello");

    assert.equal(await socket.next(), "4hello");
    socket.close();
  },

  async "WebSocket: carries binary as it is"(wire) {
    const socket = await wire.opened();

    socket.send(Buffer.from([1, 2, 3, 4]));

    assert.deepEqual(await socket.next(), Buffer.from([1, 2, 3, 4]));
    socket.close();
  },

  async "WebSocket: ends the session upon an unknown packet"(wire) {
    const socket = await wire.opened();

    socket.send("abc");

    await socket.ended;
  },

  async "upgrade: hears what follows the upgrade packet at once"(wire) {
    const session = await wire.open();
    const socket = session.webSocket();
    await socket.opened;

    socket.send("2probe");
    assert.equal(await socket.next(), "3probe");
    socket.send("5", "4hello");

    assert.equal(await socket.next(), "4hello");
    socket.close();
  },
};
