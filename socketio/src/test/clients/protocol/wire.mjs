// What a protocol rule needs on the wire: fetch for polling, the npm package ws for WebSocket.
import { WebSocket } from "ws";

const PATIENCE_MS = 3000;

/** One server under the path that both transports share, for example 127.0.0.1:3000/engine.io/. */
export class Wire {
  #place;

  constructor(place) {
    this.#place = place;
  }

  request(query, options) {
    return fetch(`http://${this.#place}${query}`, options);
  }

  /** A polling session: its id and its two kinds of request. */
  async open() {
    const body = await (await this.request("?EIO=4&transport=polling")).text();
    const query = `?EIO=4&transport=polling&sid=${JSON.parse(body.slice(1)).sid}`;
    return {
      webSocket: () => this.webSocket(query.replace("polling", "websocket")),
      poll: (options) => this.request(query, options),
      post: (text) => this.request(query, { method: "POST", body: text }),
    };
  }

  /** A WebSocket that has a session: its opening packet is read. */
  async opened() {
    const socket = this.webSocket();
    await socket.next();
    return socket;
  }

  webSocket(query = "?EIO=4&transport=websocket") {
    return new Listening(new WebSocket(`ws://${this.#place}${query}`));
  }
}

/** A WebSocket whose messages wait until somebody asks for them. */
class Listening {
  #socket;
  #messages = [];
  #waiting = [];

  constructor(socket) {
    this.#socket = socket;
    this.opened = new Promise((resolve) => socket.once("open", resolve));
    this.ended = within(new Promise((resolve) => socket.once("close", resolve)), "no end");
    this.ended.catch(() => {}); // only some rules wait for the end
    socket.on("error", () => {}); // a refused upgrade; "close" follows
    socket.on("message", (data, isBinary) => this.#hear(isBinary ? data : data.toString()));
  }

  #hear(message) {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(message);
    else this.#messages.push(message);
  }

  /** The next message: a string, or a Buffer if it was binary. */
  next() {
    if (this.#messages.length > 0) return Promise.resolve(this.#messages.shift());
    return within(new Promise((resolve) => this.#waiting.push(resolve)), "no message");
  }

  /** The next message that is not a ping. */
  async nextBesidesPings() {
    const message = await this.next();
    return message === "2" ? this.nextBesidesPings() : message;
  }

  send(...messages) {
    for (const message of messages) this.#socket.send(message);
  }

  close() {
    this.#socket.terminate();
  }
}

function within(promise, otherwise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
