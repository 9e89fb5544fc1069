// Rules of Socket.IO protocol v5, for the fixture that answers "message" and "message-with-ack".
import assert from "node:assert/strict";

const PLACEHOLDERS = '{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}';

async function assertConnects(wire, namespace, payload) {
  const socket = await wire.opened();

  socket.send(`40${namespace}${payload}`);

  const answer = await socket.next();
  assert.ok(answer.startsWith(`40${namespace}{`), answer);
  const { sid, ...rest } = JSON.parse(answer.slice(2 + namespace.length));
  assert.equal(typeof sid, "string");
  assert.deepEqual(rest, {});
  assert.equal(await socket.next(), `42${namespace}["auth",${payload || "{}"}]`);
  socket.close();
}

async function connected(wire) {
  const socket = await wire.opened();
  socket.send("40");
  await socket.next();
  await socket.next();
  return socket;
}

async function assertAnswers(wire, packets, answers) {
  const socket = await connected(wire);

  socket.send(...packets);

  for (const answer of answers) {
    assert.deepEqual(await socket.nextBesidesPings(), answer);
  }
  socket.close();
}

async function assertEnds(wire, packet) {
  const socket = await connected(wire);

  socket.send(packet);

  await socket.ended;
}

const attachments = [Buffer.from([1, 2, 3]), Buffer.from([4, 5, 6])];

export const socketIoRules = {
  "connects to the main namespace": (wire) => assertConnects(wire, "", ""),

  "connects with a payload": (wire) => assertConnects(wire, "", '{"token":"123"}'),

  "connects to a custom namespace": (wire) => assertConnects(wire, "/custom,", ""),

  "connects to a custom namespace with a payload": (wire) =>
    assertConnects(wire, "/custom,", '{"token":"abc"}'),

  async "refuses an unknown namespace"(wire) {
    const socket = await wire.opened();

    socket.send("40/random");

    assert.equal(await socket.next(), '44/random,{"message":"Invalid namespace"}');
    socket.close();
  },

  async "ends a connection whose first packet is no CONNECT"(wire) {
    for (const packet of ["4abc", '42["message"]', "41"]) {
      const socket = await wire.opened();

      socket.send(packet);

      await socket.ended;
    }
  },

  async "ends a connection that never connects"(wire) {
    const socket = await wire.opened();
    const begin = Date.now();
    const answering = setInterval(() => socket.send("3"), 100);

    await socket.ended;

    clearInterval(answering);
    assert.ok(Date.now() - begin > 900);
  },

  async "stays after leaving the main namespace"(wire) {
    const socket = await connected(wire);

    socket.send("41");

    assert.equal(await socket.next(), "2");
    socket.close();
  },

  async "leaves a custom namespace and keeps the main one"(wire) {
    const socket = await connected(wire);
    assert.equal(await socket.next(), "2");
    socket.send("40/custom");
    await socket.next();
    await socket.next();

    socket.send("41/custom", '42["message","main"]');

    assert.equal(await socket.next(), '42["message-back","main"]');
    socket.close();
  },

  "carries an event": (wire) =>
    assertAnswers(
      wire,
      ['42["message",1,"2",{"3":[true]}]'],
      ['42["message-back",1,"2",{"3":[true]}]'],
    ),

  "carries an event with attachments": (wire) =>
    assertAnswers(
      wire,
      [`452-["message",${PLACEHOLDERS}]`, ...attachments],
      [`452-["message-back",${PLACEHOLDERS}]`, ...attachments],
    ),

  "acknowledges an event": (wire) =>
    assertAnswers(
      wire,
      ['42456["message-with-ack",1,"2",{"3":[false]}]'],
      ['43456[1,"2",{"3":[false]}]'],
    ),

  "acknowledges an event with attachments": (wire) =>
    assertAnswers(
      wire,
      [`452-789["message-with-ack",${PLACEHOLDERS}]`, ...attachments],
      [`462-789[${PLACEHOLDERS}]`, ...attachments],
    ),

  "ends upon an unknown packet": (wire) => assertEnds(wire, "4abc"),

  "ends upon a payload that is no array": (wire) => assertEnds(wire, "42{}"),

  "ends upon an acknowledgement that is no number": (wire) =>
    assertEnds(wire, '42abc["message-with-ack",1,"2",{"3":[false]}]'),
};
