import { expect, test } from "vitest";
import { iceWays } from "./ice-ways.ts";

test("addresses are sorted by the way they show", () => {
  const ways = iceWays([
    "stun:stun.example.org:3478",
    "turn:turn.example.org:3478?transport=udp",
    "turn:turn.example.org:3478?transport=tcp",
    "turns:turn.example.org:443?transport=tcp",
  ]);

  expect(ways.relay).toEqual({
    udp: ["turn:turn.example.org:3478?transport=udp"],
    tcp: ["turn:turn.example.org:3478?transport=tcp"],
    tls: ["turns:turn.example.org:443?transport=tcp"],
  });
  expect(ways.stun).toEqual(["stun:stun.example.org:3478", "stun:turn.example.org:3478"]);
});

test("TURN without a transport is UDP, TURNS without one is TLS", () => {
  const { relay } = iceWays(["turn:turn.example.org", "turns:turn.example.org"]);

  expect(relay.udp).toEqual(["turn:turn.example.org"]);
  expect(relay.tls).toEqual(["turns:turn.example.org"]);
});

test("a server that is listed twice is asked once, what is no server is not asked", () => {
  const { stun, relay } = iceWays(["stun:a:1", "turn:a:1?transport=udp", "https://a", "nonsense"]);

  expect(stun).toEqual(["stun:a:1"]);
  expect([...relay.tcp, ...relay.tls]).toEqual([]);
});
