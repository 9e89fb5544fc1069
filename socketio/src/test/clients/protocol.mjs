// protocol.mjs engineio|socketio PORT: the rules of the protocol documents, tried on a fixture server at 127.0.0.1.
// Prints "ok RULE" for each rule that holds and "FAILED RULE" otherwise; exits with 0 if all hold.
import { messageRules } from "./protocol/message-rules.mjs";
import { socketIoRules } from "./protocol/socketio-rules.mjs";
import { transportRules } from "./protocol/transport-rules.mjs";
import { Wire } from "./protocol/wire.mjs";

const [kind, port] = process.argv.slice(2);
const isEngine = kind === "engineio";
const wire = new Wire(`127.0.0.1:${port}/${isEngine ? "engine.io" : "socket.io"}/`);
const rules = { ...transportRules, ...(isEngine ? messageRules : socketIoRules) };
let failed = 0;

for (const [name, check] of Object.entries(rules)) {
  try {
    await check(wire);
    console.log(`ok ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}: ${error.stack}`);
  }
}

process.exit(failed === 0 ? 0 : 1);
