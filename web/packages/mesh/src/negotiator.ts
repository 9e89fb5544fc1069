import type { CandidateSignal, DescriptionSignal, PeerSignal } from "@eyestalk/protocol";
import { judge } from "./negotiation.ts";
import { withFrugalOpus } from "./opus.ts";
import type { PeerConnection } from "./platform.ts";

type Description = Omit<DescriptionSignal, "connection_id" | "id">;

export interface NegotiatorOptions {
  readonly connection: PeerConnection;
  readonly polite: boolean;
  readonly connectionId: () => string;
  readonly newId: () => string;
  /** What is told beside each description. */
  readonly context: () => Pick<Description, "roles" | "media">;
  readonly send: (signal: PeerSignal) => void;
  /** Called before a description of the other side is set: its tracks are announced by role. */
  readonly beforeRemote: (signal: DescriptionSignal) => void;
  /** Called when an offer of theirs is set and before it is answered. */
  readonly beforeAnswer: () => void;
  readonly report: (error: unknown) => void;
}

/**
 * Exchanges descriptions and candidates of one connection. Everything is done one after another:
 * setting a description takes time, and the order of signals matters.
 */
export class Negotiator {
  readonly #options: NegotiatorOptions;
  #queue: Promise<void> = Promise.resolve();
  readonly #early: (RTCIceCandidateInit | null)[] = [];
  #ignoringOffer = false;
  #pendingOffer: PeerSignal | undefined;
  #answered: { readonly offerId: string; readonly answer: PeerSignal } | undefined;

  constructor(options: NegotiatorOptions) {
    this.#options = options;
  }

  /** Makes an offer, unless one is under way: the connection asks again once it is stable. */
  offer(): void {
    this.#enqueue(async () => {
      const { connection } = this.#options;
      if (connection.signalingState !== "stable") return;
      await connection.setLocalDescription();
      this.#pendingOffer = this.#localDescription();
      if (this.#pendingOffer !== undefined) this.#options.send(this.#pendingOffer);
    });
  }

  /** Sends an offer again that nobody has answered; true if there was one. */
  resend(): boolean {
    const { connection, send } = this.#options;
    const waiting =
      connection.signalingState === "have-local-offer" ? this.#pendingOffer : undefined;
    if (waiting?.type !== "offer") return false;
    // The description by now holds the candidates found since, which may have been lost as well.
    const sdp = connection.localDescription?.sdp ?? waiting.sdp.sdp;
    send({ ...waiting, sdp: { type: "offer", sdp } });
    return true;
  }

  /** Resolves when everything begun so far is done. */
  settled(): Promise<void> {
    return this.#queue;
  }

  /** Takes a signal of the other side. */
  receive(signal: DescriptionSignal | CandidateSignal): void {
    this.#enqueue(() => {
      if (signal.type !== "new-ice-candidate") return this.#takeDescription(signal);
      this.#takeCandidate(signal);
      return undefined;
    });
  }

  async #takeDescription(signal: DescriptionSignal): Promise<void> {
    const { connection, polite, send, beforeRemote, beforeAnswer } = this.#options;
    if (signal.id !== undefined && signal.id === this.#answered?.offerId) {
      send(this.#answered.answer); // they did not get our answer
      return;
    }
    const verdict = judge({ polite, signaling: connection.signalingState }, signal.type);
    if (verdict === "late") return;
    this.#ignoringOffer = verdict === "ignore";
    if (this.#ignoringOffer) return;

    beforeRemote(signal);
    await connection.setRemoteDescription({
      type: signal.type,
      sdp: withFrugalOpus(signal.sdp.sdp),
    });
    this.#pendingOffer = undefined;
    this.#takeEarlyCandidates();
    if (verdict !== "apply-and-answer") return;
    beforeAnswer();
    await connection.setLocalDescription();
    const answer = this.#localDescription();
    if (answer === undefined) return;
    if (signal.id !== undefined) this.#answered = { offerId: signal.id, answer };
    send(answer);
  }

  #takeCandidate({ candidate }: CandidateSignal): void {
    if (this.#options.connection.remoteDescription === null) this.#early.push(candidate);
    else this.#addCandidate(candidate);
  }

  #takeEarlyCandidates(): void {
    for (const candidate of this.#early.splice(0)) this.#addCandidate(candidate);
  }

  /** Not awaited: the connection keeps their order itself (W3C webrtc, "operations chain"). */
  #addCandidate(candidate: RTCIceCandidateInit | null): void {
    const ofIgnoredOffer = this.#ignoringOffer; // fits nothing we have
    this.#options.connection.addIceCandidate(candidate).catch((error: unknown) => {
      if (!ofIgnoredOffer) this.#options.report(error);
    });
  }

  #localDescription(): PeerSignal | undefined {
    const { connection, connectionId, newId, context } = this.#options;
    const local = connection.localDescription;
    if (local === null || (local.type !== "offer" && local.type !== "answer")) return undefined;
    const common = { connection_id: connectionId(), id: newId(), ...context() };
    return local.type === "offer"
      ? { type: "offer", sdp: { type: "offer", sdp: local.sdp }, ...common }
      : { type: "answer", sdp: { type: "answer", sdp: local.sdp }, ...common };
  }

  #enqueue(step: () => Promise<void> | undefined): void {
    this.#queue = this.#queue.then(step).catch(this.#options.report);
  }
}
