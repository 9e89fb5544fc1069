// Rules of Engine.IO protocol v4 that hold whatever is carried: handshake, heartbeat, end, upgrade.
import assert from "node:assert/strict";

import { sleep } from "./wire.mjs";

const PING_INTERVAL = 300;
const PING_TIMEOUT = 200;

function assertOpening(packet, upgrades) {
  assert.equal(packet[0], "0");
  const { sid, ...rest } = JSON.parse(packet.slice(1));
  assert.equal(typeof sid, "string");
  assert.deepEqual(rest, {
    upgrades,
    pingInterval: PING_INTERVAL,
    pingTimeout: PING_TIMEOUT,
    maxPayload: 1_000_000,
  });
}

async function probed(session) {
  const socket = session.webSocket();
  await socket.opened;
  socket.send("2probe");
  assert.equal(await socket.next(), "3probe");
  return socket;
}

export const transportRules = {
  async "polling: opens a session"(wire) {
    const response = await wire.request("?EIO=4&transport=polling");

    assert.equal(response.status, 200);
    assertOpening(await response.text(), ["websocket"]);
  },

  async "polling: refuses a wrong query"(wire) {
    const queries = [
      "transport=polling",
      "EIO=abc&transport=polling",
      "EIO=4",
      "EIO=4&transport=abc",
    ];
    for (const query of queries) {
      assert.equal((await wire.request(`?${query}`)).status, 400, query);
    }
  },

  async "polling: refuses to open with another method"(wire) {
    for (const method of ["POST", "PUT"]) {
      const response = await wire.request("?EIO=4&transport=polling", { method });

      assert.equal(response.status, 400, method);
    }
  },

  async "polling: refuses an unknown session"(wire) {
    const query = "?EIO=4&transport=polling&sid=unknown";

    assert.equal((await wire.request(query)).status, 400);
    assert.equal((await wire.request(query, { method: "POST", body: "4x" })).status, 400);
  },

  async "WebSocket: opens a session"(wire) {
    const socket = wire.webSocket();

    assertOpening(await socket.next(), []);
    socket.close();
  },

  async "WebSocket: refuses a wrong query"(wire) {
    const queries = [
      "transport=websocket",
      "EIO=abc&transport=websocket",
      "EIO=4",
      "EIO=4&transport=abc",
    ];
    for (const query of queries) {
      await wire.webSocket(`?${query}`).ended;
    }
  },

  async "polling: pings"(wire) {
    const session = await wire.open();
    for (let round = 0; round < 3; round += 1) {
      assert.equal(await (await session.poll()).text(), "2");
      assert.equal((await session.post("3")).status, 200);
    }
  },

  async "polling: ends a session that does not answer its ping"(wire) {
    const session = await wire.open();

    await sleep(PING_INTERVAL + PING_TIMEOUT);

    assert.equal((await session.poll()).status, 400);
  },

  async "WebSocket: pings"(wire) {
    const socket = await wire.opened();
    for (let round = 0; round < 3; round += 1) {
      assert.equal(await socket.next(), "2");
      socket.send("3");
    }
    socket.close();
  },

  async "WebSocket: ends a session that does not answer its ping"(wire) {
    await wire.webSocket().ended;
  },

  async "polling: lets a waiting poll go when the client says goodbye"(wire) {
    const session = await wire.open();

    const [polled] = await Promise.all([session.poll(), session.post("1")]);

    assert.equal(polled.status, 200);
    assert.equal(await polled.text(), "6");
    assert.equal((await session.poll()).status, 400);
  },

  async "WebSocket: ends when the client says goodbye"(wire) {
    const socket = await wire.opened();

    socket.send("1");

    await socket.ended;
  },

  async "upgrade: lets a poll go after the probe and moves"(wire) {
    const session = await wire.open();
    const socket = await probed(session);

    assert.equal(await (await session.poll()).text(), "6");
    socket.send("5");

    assert.equal(await socket.next(), "2");
    socket.close();
  },

  async "upgrade: refuses requests of a session that moved"(wire) {
    const session = await wire.open();
    const socket = await probed(session);

    socket.send("5");

    assert.equal((await session.poll()).status, 400);
    socket.close();
  },

  async "upgrade: refuses requests even of a session in a hurry"(wire) {
    const session = await wire.open();
    const socket = session.webSocket();
    await socket.opened;

    socket.send("2probe", "5");

    assert.equal((await session.poll()).status, 400);
    socket.close();
  },

  async "upgrade: refuses a second WebSocket"(wire) {
    const session = await wire.open();
    const socket = await probed(session);

    socket.send("5");
    await session.webSocket().ended;

    assert.equal(await socket.next(), "2");
    socket.close();
  },
};
