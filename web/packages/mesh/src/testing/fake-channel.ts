/* oxlint-disable typescript/no-unsafe-type-assertion -- a fake stands in for a browser's class */
import type { FakePeerConnection } from "./fake-peer-connection.ts";

/** A negotiated data channel (RFC 8832): both ends make it, it opens with the connection. */
export class FakeChannel extends EventTarget {
  readonly id: number;
  readonly sent: string[] = [];
  readyState: RTCDataChannelState = "connecting";
  readonly #owner: FakePeerConnection;
  #other: FakeChannel | undefined;

  constructor(owner: FakePeerConnection, id: number) {
    super();
    this.#owner = owner;
    this.id = id;
  }

  openWith(other: FakeChannel): void {
    for (const [one, two] of [
      [this, other],
      [other, this],
    ] as const) {
      one.#other = two;
      one.readyState = "open";
    }
    for (const end of [this, other]) end.dispatchEvent(new Event("open"));
  }

  send(text: string): void {
    if (this.readyState !== "open") throw new DOMException("not open", "InvalidStateError");
    this.sent.push(text);
    const other = this.#other;
    queueMicrotask(() => {
      if (other?.readyState !== "open" || !this.#owner.reaches(other.#owner)) return;
      other.dispatchEvent(new MessageEvent("message", { data: text }));
    });
  }

  close(): void {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    const other = this.#other;
    queueMicrotask(() => other?.closedByOther());
  }

  asChannel(): RTCDataChannel {
    return this as unknown as RTCDataChannel;
  }

  private closedByOther(): void {
    if (this.readyState === "closed" || !this.#other || !this.#owner.reaches(this.#other.#owner))
      return;
    this.readyState = "closed";
    this.dispatchEvent(new Event("close"));
  }
}
