import { randomUUID } from "node:crypto";
import { Person, type RoomKey } from "../fixtures/person.ts";
import { signalTree } from "./process-tree.ts";
import { type Browsing, type Lab, SERVER } from "./lab.ts";

/** People of one test, each in a network and a browser of their own. */
export class Party {
  readonly people: Person[] = [];
  readonly #lab: Lab;
  readonly #browsings: Map<number, Promise<Browsing>>;

  /** `browsings` are kept from one test to the next. */
  constructor(lab: Lab, browsings: Map<number, Promise<Browsing>>) {
    this.#lab = lab;
    this.#browsings = browsings;
  }

  /** The browser in the network of a client; started when it is first wanted. */
  browsing(client: number): Promise<Browsing> {
    const known = this.#browsings.get(client) ?? this.#lab.browse(client);
    this.#browsings.set(client, known);
    return known;
  }

  /** Ends the browser of a client as a crash does, and takes it and its people out of use. */
  async crash(client: number): Promise<void> {
    const { browser, pid } = await this.browsing(client);
    const gone = new Promise((resolve) => browser.once("disconnected", resolve));
    signalTree(pid, "SIGKILL");
    await gone;
    this.#browsings.delete(client);
    this.people.splice(
      0,
      Infinity,
      ...this.people.filter(({ context }) => context.browser() !== browser),
    );
  }

  /** Someone on the first page, in the network of a client. */
  async arrives(name: string, client: number): Promise<Person> {
    const { browser } = await this.browsing(client);
    const context = await browser.newContext({
      baseURL: SERVER.origin,
      locale: "en-US",
      viewport: { width: 1024, height: 640 },
      reducedMotion: "reduce",
    });
    const person = await Person.in(context, name);
    this.people.push(person);
    await person.page.goto("/");
    return person;
  }

  /** Who came under this name. */
  person(name: string): Person {
    const found = this.people.find((person) => person.name === name);
    if (!found) throw new Error(`${name} is not here`);
    return found;
  }

  /** Client 1, 2, … each enter a new room under these names, one after the other. */
  async meets(...names: readonly string[]): Promise<{ room: RoomKey; people: Person[] }> {
    const people = await Promise.all(names.map((name, index) => this.arrives(name, index + 1)));
    const [host] = people;
    if (!host) throw new Error("a party needs people");
    const room = await createRoom(host);
    for (const person of people) await person.joins(room);
    return { room, people };
  }

  /** Closes what the test opened; the browsers stay. */
  async close(): Promise<void> {
    await Promise.all(this.people.map(({ context }) => context.close()));
  }
}

/** Over REST, from inside the lab: the test itself has no way to its networks. */
async function createRoom({ page }: Person): Promise<RoomKey> {
  const name = `Lab ${randomUUID().slice(0, 8)}`;
  const status = await page.evaluate(async (roomName) => {
    const body = JSON.stringify({ roomName, roomCapacity: 4, userNickname: "Host" });
    const headers = { "content-type": "application/json" };
    return (await fetch("/room", { method: "POST", headers, body })).status;
  }, name);
  if (status !== 201) throw new Error(`POST /room answered ${status}`);
  return { name };
}
