import type { Result } from "../result.ts";
import type { Store } from "../store.ts";

/**
 * What a camera or a microphone does now.
 *
 * - `off`: not captured, by choice (the camera's light is out; the microphone is muted)
 * - `starting`: asked for, the browser or the person has not answered yet
 * - `denied`: the person or a policy refused it
 * - `missing`: there is no such device
 * - `in-use`: another program holds it
 * - `ended`: it was unplugged or taken away and nothing could stand in
 */
export type DeviceState = "off" | "starting" | "on" | "denied" | "missing" | "in-use" | "ended";

/** One device as the browser names it; `label` is empty until a permission was given. */
export interface DeviceChoice {
  readonly id: string;
  readonly label: string;
}

/** All devices there are now. */
export interface DeviceList {
  readonly cameras: readonly DeviceChoice[];
  readonly microphones: readonly DeviceChoice[];
  readonly speakers: readonly DeviceChoice[];
}

/** The ids of the devices in use; undefined is the browser's default. */
export interface ChosenDevices {
  readonly camera?: string | undefined;
  readonly microphone?: string | undefined;
  readonly speaker?: string | undefined;
}

/** Something happened to a device that a person should be told once. `label` names the device now used. */
export interface MediaNotice {
  readonly id: number;
  readonly kind: "camera-replaced" | "microphone-replaced" | "camera-lost" | "microphone-lost";
  readonly label: string;
}

/** Why a screen share did not start. `cancelled` needs no message: the person chose so. */
export type ScreenProblem = "cancelled" | "unsupported" | "failed";

/** What to open; devices by id, the browser's default without one. */
export interface OpenMedia {
  readonly audio: boolean;
  readonly video: boolean;
  readonly devices?: ChosenDevices | undefined;
}

/** The tracks to send. Absent: nothing of that role is captured now. */
export interface LocalTracks {
  readonly microphone?: MediaStreamTrack | undefined;
  readonly camera?: MediaStreamTrack | undefined;
  readonly screen?: MediaStreamTrack | undefined;
  readonly screenAudio?: MediaStreamTrack | undefined;
}

/** This person's camera, microphone and screen. Works with none of them. */
export interface LocalMedia {
  readonly camera: Store<DeviceState>;
  readonly microphone: Store<DeviceState>;
  readonly devices: Store<DeviceList>;
  readonly chosen: Store<ChosenDevices>;
  /** Loudness of the microphone, 0 to 1, about ten times a second; 0 while muted. */
  readonly level: Store<number>;
  /** The camera's picture for the own tile; undefined while there is none. */
  readonly preview: Store<MediaStream | undefined>;
  /** The shared screen; undefined while nothing is shared. */
  readonly screen: Store<MediaStream | undefined>;
  /** The last notice; undefined until there is one. */
  readonly notice: Store<MediaNotice | undefined>;
  readonly tracks: Store<LocalTracks>;

  /** Asks for the devices. Never rejects: what came of it stands in `camera` and `microphone`. */
  open(what: OpenMedia): Promise<void>;
  /** Mutes or unmutes; opens the microphone if it is not open. */
  toggleMicrophone(): Promise<void>;
  /** Turns the camera on or off; off lets go of the device, so that its light goes out. */
  toggleCamera(): Promise<void>;
  chooseCamera(id: string): Promise<void>;
  chooseMicrophone(id: string): Promise<void>;
  /** Only remembers the choice: the page calls `setSinkId` with `chosen.speaker`. */
  chooseSpeaker(id: string): void;
  /** Needs a click (transient activation). */
  startScreen(): Promise<Result<void, ScreenProblem>>;
  stopScreen(): void;
  /** Lets go of everything. Closing twice is fine. */
  close(): void;
}
