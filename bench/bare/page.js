// @ts-check
// Camera open, socket connected, then a plain mesh: who comes later offers. No repair, no chat, no roster.
const camera = await navigator.mediaDevices.getUserMedia({
  audio: true,
  video: { width: 640, height: 360, frameRate: 30 },
});
const room = new URLSearchParams(location.search).get("room");
const socket = new WebSocket(`${location.origin.replace("http", "ws")}/?room=${room}`);
/** @type {Map<number, RTCPeerConnection>} */
const peers = new Map();
const button = document.createElement("button");
const self = document.createElement("video");

button.id = "join";
button.disabled = true;
self.autoplay = self.muted = true;
self.srcObject = camera;
document.body.append(button, self);
socket.addEventListener("open", () => (button.disabled = false));
button.addEventListener("click", () => socket.send(JSON.stringify({ join: true })));
socket.addEventListener("message", ({ data }) => {
  const { others, from, description, candidate } = JSON.parse(data);
  for (const other of others ?? []) void offerTo(other);
  if (description) void receive(from, description);
  if (candidate) void peerOf(from).addIceCandidate(candidate);
});

/** @param {number} id */
function peerOf(id) {
  const known = peers.get(id);
  if (known) return known;
  const peer = new RTCPeerConnection();
  peers.set(id, peer);
  for (const track of camera.getTracks()) peer.addTrack(track, camera);
  peer.addEventListener("icecandidate", ({ candidate }) => candidate && send(id, { candidate }));
  peer.addEventListener("track", ({ track, streams }) => {
    if (track.kind === "video") show(streams[0]);
  });
  return peer;
}

/** @param {number} id */
async function offerTo(id) {
  const peer = peerOf(id);
  await peer.setLocalDescription();
  send(id, { description: peer.localDescription });
}

/**
 * @param {number} from
 * @param {RTCSessionDescriptionInit} description
 */
async function receive(from, description) {
  const peer = peerOf(from);
  await peer.setRemoteDescription(description);
  if (description.type !== "offer") return;
  await peer.setLocalDescription();
  send(from, { description: peer.localDescription });
}

/**
 * @param {number} to
 * @param {object} signal
 */
function send(to, signal) {
  socket.send(JSON.stringify({ to, ...signal }));
}

/** @param {MediaStream | undefined} stream */
function show(stream) {
  const video = document.createElement("video");
  video.autoplay = true;
  video.playsInline = true;
  video.width = 320;
  video.srcObject = stream ?? null;
  document.body.append(video);
}
