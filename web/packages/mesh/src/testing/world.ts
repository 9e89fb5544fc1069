import type { MediaState, PeerChat, PeerSignal } from "@eyestalk/protocol";
import type { LocalTracks } from "../local/face.ts";
import { Mesh } from "../mesh.ts";
import type { PeerView } from "../peer-view.ts";
import { createStore, type WritableStore } from "../store.ts";
import { FakeTrack } from "./fake-media.ts";
import { FakeNetwork } from "./fake-network.ts";
import { createFakePlatform, type FakePlatform } from "./fake-platform.ts";
import { ManualClock } from "./manual-clock.ts";

/** One person of a fake room. */
export interface FakePerson {
  readonly sid: string;
  readonly mesh: Mesh;
  readonly platform: FakePlatform;
  readonly tracks: WritableStore<LocalTracks>;
  readonly media: WritableStore<MediaState>;
  readonly chats: { readonly from: string; readonly text: string }[];
  readonly byes: string[];
  /** When their machine was found to have another address. */
  readonly moves: number[];
  /** When somebody told them that the server answers again. */
  readonly news: number[];
  readonly errors: unknown[];
  /** Signals this person handed to the server, whether or not it carried them. */
  readonly sent: { readonly to: string; readonly signal: PeerSignal }[];
  /** What they see of another person now. */
  view(sid: string): PeerView;
}

/** Some people, a network and a server that carries signals until it is told not to. */
export class FakeWorld {
  readonly clock = new ManualClock();
  readonly network = new FakeNetwork();
  readonly people = new Map<string, FakePerson>();
  serverIsUp = true;
  /** Decides per signal whether the server loses it, without saying so. */
  loses: (from: string, to: string, signal: PeerSignal) => boolean = () => false;

  /** Makes a person who has a camera and a microphone. */
  person(sid: string): FakePerson {
    const platform = createFakePlatform(sid, { network: this.network, clock: this.clock });
    const tracks = createStore<LocalTracks>({
      microphone: new FakeTrack("audio").asTrack(),
      camera: new FakeTrack("video").asTrack(),
    });
    const media = createStore<MediaState>({ audio: true, video: true, sharing: false });
    const memory = {
      chats: [],
      byes: [],
      moves: [],
      news: [],
      errors: [],
      sent: [],
    } satisfies Partial<FakePerson>;
    const chats: FakePerson["chats"] = memory.chats;
    const byes: string[] = memory.byes;
    const moves: number[] = memory.moves;
    const news: number[] = memory.news;
    const errors: unknown[] = memory.errors;
    const sent: FakePerson["sent"] = memory.sent;
    const mesh = new Mesh({
      platform,
      self: { sid, name: sid.toUpperCase() },
      way: {
        send: (to, signal) => {
          sent.push({ to, signal });
          return this.#carry(sid, to, signal);
        },
      },
      tracks,
      media,
      iceServers: [],
      onChat: (from: string, { text }: PeerChat) => chats.push({ from, text }),
      onMoved: () => moves.push(this.clock.now()),
      onServerBack: () => news.push(this.clock.now()),
      onBye: (from) => byes.push(from),
      report: (error) => errors.push(error),
    });
    const view = (other: string): PeerView => {
      const found = mesh.views.get().get(other);
      if (found === undefined) throw new Error(`${sid} has no link to ${other}`);
      return found;
    };
    const person = {
      sid,
      mesh,
      platform,
      tracks,
      media,
      chats,
      byes,
      moves,
      news,
      errors,
      sent,
      view,
    };
    this.people.set(sid, person);
    return person;
  }

  /** Lets a person enter a room in which the others are already. */
  async enter(newcomer: FakePerson): Promise<void> {
    for (const other of this.people.values()) {
      if (other === newcomer) continue;
      other.mesh.add(newcomer.sid, { begins: false });
      newcomer.mesh.add(other.sid, { begins: true });
    }
    await this.clock.advance(50);
  }

  /** Makes people who are all connected with each other. */
  async room<const Sids extends readonly string[]>(
    ...sids: Sids
  ): Promise<{ [K in keyof Sids]: FakePerson }> {
    const people: FakePerson[] = [];
    for (const sid of sids) {
      const person = this.person(sid);
      people.push(person);
      // oxlint-disable-next-line no-await-in-loop -- people come one after another
      await this.enter(person);
    }
    // One person per sid was pushed, which TypeScript cannot count.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return people as { [K in keyof Sids]: FakePerson };
  }

  async #carry(from: string, to: string, signal: PeerSignal): Promise<boolean> {
    await Promise.resolve();
    if (!this.serverIsUp) return false;
    if (!this.loses(from, to, signal)) {
      // Over the wire as text, as a real one goes.
      this.people.get(to)?.mesh.receive(from, structuredClone(signal));
    }
    return true;
  }
}
