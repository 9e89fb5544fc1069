import { BuiltServer, type Life } from "../fixtures/built-server.ts";
import type { Coturn } from "./coturn.ts";
import { type Lab, RELAY, SERVER } from "./lab.ts";

const READY = "EyesTalk is ready";

/** The built application in the public network of a lab. Whoever starts it stops it. */
export class LabServer extends BuiltServer {
  private constructor(lab: Lab, relay: Coturn) {
    super({ port: SERVER.port, properties: iceProperties(relay), prefix: lab.public });
  }

  /** Starts it, told of the lab's relay, and waits until it is ready. */
  static async start(lab: Lab, relay: Coturn): Promise<LabServer> {
    const server = new LabServer(lab, relay);
    await server.startAgain();
    return server;
  }

  /** By what it prints: nobody outside of the lab can ask it. */
  protected override ready({ child, printed }: Life): Promise<void> {
    return new Promise((resolve, reject) => {
      child.stdout?.on("data", () => printed().includes(READY) && resolve());
      child.once("exit", () => reject(new Error(`the server ended:\n${printed()}`)));
    });
  }
}

function iceProperties(relay: Coturn): readonly string[] {
  const { ip, port, tlsPort, secondPort } = RELAY;
  return [
    `--eyestalk.turn.stun[0]=stun:${ip}:${port}`,
    `--eyestalk.turn.stun[1]=stun:${ip}:${secondPort}`,
    `--eyestalk.turn.servers[0].urls[0]=turn:${ip}:${port}?transport=udp`,
    `--eyestalk.turn.servers[0].urls[1]=turn:${ip}:${port}?transport=tcp`,
    `--eyestalk.turn.servers[0].urls[2]=turns:${ip}:${tlsPort}?transport=tcp`,
    `--eyestalk.turn.secret=${relay.secret}`,
  ];
}
