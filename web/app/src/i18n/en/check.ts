/** The connection check. */
export const check = {
  "check.title": "Connection check",
  "check.open": "Check connection",
  "check.intro":
    "This looks at everything a call needs from here. It takes up to twelve seconds and calls nobody.",
  "check.looking": "Looking …",
  "check.again": "Check again",
  "check.camera": "Camera",
  "check.microphone": "Microphone",

  "check.verdict.looking": "Looking at your connection …",
  "check.verdict.direct": "Calls work from here.",
  "check.verdict.relayed": "Calls work from here, over a relay.",
  "check.verdict.noServer": "Meetings cannot be entered from here now.",
  "check.verdict.noWay": "Calls to other networks will most likely fail from here.",
  "check.verdict.advice": "Try another network, for example your phone's.",
  "check.unasked": "This cannot be looked at without the server.",
  "check.operator": "Whoever runs this server can change that.",

  "check.server": "Server",
  "check.server.good": "The server answers.",
  "check.server.bad": "The server does not answer.",
  "check.server.advice": "Check that you are online, then check again.",

  "check.live": "Live connection",
  "check.live.good": "The live connection to the server stands.",
  "check.live.bad": "The live connection to the server does not open.",
  "check.live.advice":
    "A proxy or firewall seems to block WebSocket. Ask whoever runs this network to allow it, or try another one.",

  "check.camera.good": "The camera works.",
  "check.microphone.good": "The microphone works.",

  "check.address": "Direct calls",
  "check.address.stable": "This network lets direct calls through.",
  "check.address.changing": "This network shows everybody a different address of you.",
  "check.address.blocked": "This network lets no direct calls through.",
  "check.address.relayed": "Calls go over a relay instead, which needs one of those below.",
  "check.address.not-asked": "No server is set up that could tell your public address.",

  "check.relay.udp": "Relay over UDP",
  "check.relay.udp.good": "The relay answers over UDP.",
  "check.relay.udp.bad": "The relay does not answer over UDP.",
  "check.relay.udp.advice": "This network blocks it. Calls take another way, a little slower.",
  "check.relay.udp.unknown": "This browser does not tell whether the relay answers over UDP.",
  "check.relay.udp.none": "No relay over UDP is set up.",

  "check.relay.tcp": "Relay over TCP",
  "check.relay.tcp.good": "The relay answers over TCP.",
  "check.relay.tcp.bad": "The relay does not answer over TCP.",
  "check.relay.tcp.advice": "This network blocks its port. One of the other ways is enough.",
  "check.relay.tcp.unknown": "This browser does not tell whether the relay answers over TCP.",
  "check.relay.tcp.none": "No relay over TCP is set up.",

  "check.relay.tls": "Relay over TLS",
  "check.relay.tls.good": "The relay answers over TLS.",
  "check.relay.tls.bad": "The relay does not answer over TLS.",
  "check.relay.tls.advice":
    "This is the way that strict networks leave open. Ask whoever runs this one to allow it if calls fail.",
  "check.relay.tls.unknown": "This browser does not tell whether the relay answers over TLS.",
  "check.relay.tls.none": "No relay over TLS is set up.",
} as const;
