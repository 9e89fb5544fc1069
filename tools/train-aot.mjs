// Asks a starting server for what every visitor asks for, so that the AOT cache holds those classes.
import { io } from "socket.io-client";

const base = process.argv[2];
const ask = (path, init) =>
  fetch(base + path, init).then(async (answer) => {
    if (answer.status >= 500) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  });
const room = { roomName: "training", roomCapacity: 2, userNickname: "a" };
const json = { method: "POST", headers: { "content-type": "application/json" } };

await ask("/");
await ask("/api/config");
await ask("/actuator/health/readiness");
await ask("/room", { ...json, body: JSON.stringify(room) });
await ask("/room?page=0&size=10");
// By polling first, as every browser that comes back after a restart does.
const socket = io(base, { reconnection: false });
await new Promise((resolve, reject) => {
  socket.on("connect", resolve);
  socket.on("connect_error", reject);
});
const { resume_token: token } = await socket
  .timeout(10_000)
  .emitWithAck("join-room", { roomName: "training", userNickname: "a" });
await socket.timeout(10_000).emitWithAck("chatting", { text: "hello", direct: false });
const again = io(base, { reconnection: false, forceNew: true });
await again.timeout(10_000).emitWithAck("resume", { token, fresh: false });
await again.timeout(10_000).emitWithAck("leave-room", {});
again.disconnect();
socket.disconnect();
