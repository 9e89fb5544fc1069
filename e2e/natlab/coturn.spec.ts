import { connect } from "node:net";
import { connect as connectTls, type SecureVersion } from "node:tls";
import { once } from "node:events";
import { expect, test } from "@playwright/test";
import { freePort } from "../fixtures/server.ts";
import { type Coturn, hasCoturn, startCoturn } from "./coturn.ts";
import { type EchoPeer, openEchoPeer } from "./echo-peer.ts";
import { DENIED_IPV4, DENIED_IPV6 } from "./forbidden-peers.ts";
import { ATTRIBUTE } from "./turn-message.ts";
import { type Credentials, credentialsFor, TurnClient, TurnRefusal } from "./turn-client.ts";

const USER_QUOTA = 18;
const TCP = 6 << 24;

let coturn: Coturn;
let peer: EchoPeer;
let consolePort: number;
const opened: TurnClient[] = [];

test.skip(() => !hasCoturn(), "SKIPPED: install Debian's coturn and openssl to try the TURN relay");

test.beforeAll(async () => {
  const [port, tlsPort] = [await freePort(), await freePort()];
  consolePort = await freePort();
  coturn = await startCoturn({
    ip: "127.0.0.1",
    port,
    tlsPort,
    relayIps: ["127.0.0.1", "::1"],
    allowedPeers: ["127.0.0.1"],
    extra: ["--allow-loopback-peers", `--cli-port=${consolePort}`],
  });
  peer = await openEchoPeer();
});

// Not after each test: a port that is free again may be given to the next client, whom the relay then takes for
// the one before, since an allocation outlives its client by minutes (437, RFC 8656 section 7.2).
test.afterAll(async () => {
  for (const client of opened.splice(0)) client.close();
  peer.close();
  await coturn.stop();
});

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const valid = (member: string) => credentialsFor(coturn.secret, member, inSeconds(600));

async function client(credentials?: Credentials, kind: "udp" | "tcp" | "tls" = "udp") {
  const made = await TurnClient.open({
    server: kind === "tls" ? coturn.tls : coturn.plain,
    kind,
    ...(credentials && { credentials }),
  });
  opened.push(made);
  return made;
}

/** The code of the refusal that `attempt` ends in; undefined when it succeeds. */
async function refusal(attempt: Promise<unknown>): Promise<number | undefined> {
  try {
    await attempt;
    return undefined;
  } catch (problem) {
    if (problem instanceof TurnRefusal) return problem.code;
    throw problem;
  }
}

function echoed(through: TurnClient, words: string): Promise<string> {
  return new Promise((resolve) => {
    through.onData((data) => resolve(data.toString()));
    through.send(Buffer.from(words), peer.at);
  });
}

for (const kind of ["udp", "tcp", "tls"] as const) {
  test(`a credential of the server's kind relays a packet over ${kind}`, async () => {
    const someone = await client(valid(`over-${kind}`), kind);

    await someone.allocate();
    await someone.permit(peer.at);

    expect(await echoed(someone, `hello over ${kind}`)).toBe(`hello over ${kind}`);
  });
}

test("a credential one second past its end is refused", async () => {
  const expired = await client(credentialsFor(coturn.secret, "late", inSeconds(-1)));

  expect(await refusal(expired.allocate())).toBe(401);
});

test("a relay that runs outlives the credential it was made with", async () => {
  const expiry = inSeconds(2);
  const someone = await client(credentialsFor(coturn.secret, "long-call", expiry));
  await someone.allocate();
  await someone.permit(peer.at);

  await expect.poll(() => Date.now() / 1000, { timeout: 5000 }).toBeGreaterThan(expiry + 1);

  await someone.refresh(600);
  await someone.permit(peer.at);
  expect(await echoed(someone, "still here")).toBe("still here");
});

test("without a credential nothing is relayed", async () => {
  const nobody = await client();

  expect(await refusal(nobody.allocate())).toBe(401);
  expect(await refusal(nobody.permit(peer.at))).not.toBeUndefined();
});

test("a credential made with another secret is refused", async () => {
  const stranger = await client(credentialsFor("some-other-secret", "stranger", inSeconds(600)));

  expect(await refusal(stranger.allocate())).toBe(401);
});

test("the public internet is reachable over IPv4 and IPv6", async () => {
  const four = await client(valid("public-four"));
  const six = await client(valid("public-six"));
  await four.allocate();
  await six.allocate({ family: 6 });

  expect(await refusal(four.permit({ ip: "9.9.9.9", port: 9 }))).toBeUndefined();
  expect(await refusal(six.permit({ ip: "2620:fe::fe", port: 9 }))).toBeUndefined();
});

test("every forbidden IPv4 range is refused as a peer", async () => {
  const someone = await client(valid("probe-four"));
  await someone.allocate();

  for (const ip of DENIED_IPV4) {
    expect(await refusal(someone.permit({ ip, port: 9 })), `permission for ${ip}`).toBe(403);
    expect(await refusal(someone.bindChannel(0x4001, { ip, port: 9 })), `channel to ${ip}`).toBe(
      403,
    );
  }
});

test("every forbidden IPv6 range is refused as a peer, IPv4 in disguise included", async () => {
  const someone = await client(valid("probe-six"));
  await someone.allocate({ family: 6 });

  for (const ip of DENIED_IPV6) {
    expect(await refusal(someone.permit({ ip, port: 9 })), `permission for ${ip}`).toBe(403);
    expect(await refusal(someone.bindChannel(0x4001, { ip, port: 9 })), `channel to ${ip}`).toBe(
      403,
    );
  }
});

test("a member's quota holds, also under renewed credentials, and is nobody else's", async () => {
  for (let count = 0; count < USER_QUOTA; count++) {
    await (await client(valid("greedy"))).allocate();
  }

  const oneMore = await client(valid("greedy"));
  const renewed = await client(credentialsFor(coturn.secret, "greedy", inSeconds(1200)));
  const another = await client(valid("modest"));

  expect(await refusal(oneMore.allocate())).toBe(486);
  expect(await refusal(renewed.allocate())).toBe(486);
  expect(await refusal(another.allocate())).toBeUndefined();
});

test("no TCP connections to peers are made", async () => {
  const someone = await client(valid("proxy"), "tcp");

  expect(await refusal(someone.allocate({ protocol: TCP }))).toBe(442);
});

test("an allocation lives ten minutes at most without a refresh", async () => {
  const someone = await client(valid("forgetful"));

  const { lifetime } = await someone.allocate({ lifetime: 3600 });

  expect(lifetime).toBe(600);
});

test("a binding tells the caller's address and nothing about the server", async () => {
  const someone = await client();

  const answer = await someone.binding();

  expect(answer.address(ATTRIBUTE.xorMappedAddress)).toEqual(someone.local);
  expect([...answer.attributes.keys()].toSorted((a, b) => a - b)).toEqual([
    ATTRIBUTE.xorMappedAddress,
    ATTRIBUTE.fingerprint,
  ]);
});

/** The version a handshake ended with, or "none": refused, hung up on or never answered. */
function handshake(minVersion: SecureVersion, maxVersion = minVersion): Promise<string> {
  const socket = connectTls({
    host: coturn.tls.ip,
    port: coturn.tls.port,
    minVersion,
    maxVersion,
    // Without this our own OpenSSL refuses the old versions before the server can.
    ciphers: "DEFAULT@SECLEVEL=0",
    rejectUnauthorized: false,
  });
  return new Promise<string>((resolve) => {
    socket.once("secureConnect", () => resolve(socket.getProtocol() ?? "none"));
    socket.once("error", () => resolve("none"));
    socket.once("close", () => resolve("none"));
    socket.setTimeout(2000, () => resolve("none"));
  }).finally(() => socket.destroy());
}

test("TLS 1.2 or newer is spoken, older ones are not", async () => {
  expect(await handshake("TLSv1")).toBe("none");
  expect(await handshake("TLSv1.1")).toBe("none");
  // coturn 4.6.1 itself stops at 1.2.
  expect(await handshake("TLSv1.2", "TLSv1.3")).toMatch(/^TLSv1\.[23]$/);
});

test("there is no console to log in to", async () => {
  const socket = connect(consolePort, "127.0.0.1");

  await expect(once(socket, "connect")).rejects.toThrow("ECONNREFUSED");
});
