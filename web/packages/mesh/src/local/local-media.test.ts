import { describe, expect, it, test } from "vitest";
import { FakeDevices, FakeStream, ManualClock, type FakeDevice } from "../testing/index.ts";
import { listDevices, stateOfError } from "./devices.ts";
import type { LocalMedia } from "./face.ts";
import { createLocalMedia } from "./local-media.ts";
import { meterLevel } from "./meter.ts";

const CAMERA: FakeDevice = { kind: "videoinput", id: "cam-1", label: "Camera one" };
const CAMERA_2: FakeDevice = { kind: "videoinput", id: "cam-2", label: "Camera two" };
const MICROPHONE: FakeDevice = { kind: "audioinput", id: "mic-1", label: "Microphone one" };
const MICROPHONE_2: FakeDevice = { kind: "audioinput", id: "mic-2", label: "Microphone two" };

function mediaWith(...list: FakeDevice[]) {
  const devices = new FakeDevices(list);
  const clock = new ManualClock();
  const loudness = { now: 0.5 };
  const media = createLocalMedia({
    devices: devices.asDevices(),
    clock,
    createStream: (tracks) => new FakeStream(tracks).asStream(),
    createMeter: () => ({ level: () => loudness.now, close: () => undefined }),
  });
  return { media, devices, clock, loudness };
}

function states({ camera, microphone }: LocalMedia): [string, string] {
  return [camera.get(), microphone.get()];
}

describe("opening", () => {
  test("camera and microphone come with one question", async () => {
    const { media, devices } = mediaWith(CAMERA, MICROPHONE);

    await media.open({ audio: true, video: true });

    expect(states(media)).toEqual(["on", "on"]);
    expect(devices.opened.length).toBe(2);
    expect(media.preview.get()?.getVideoTracks().length).toBe(1);
    expect(media.chosen.get()).toMatchObject({ camera: "cam-1", microphone: "mic-1" });
    expect(media.devices.get().cameras).toEqual([{ id: "cam-1", label: "Camera one" }]);
  });

  test("without a camera the microphone works", async () => {
    const { media } = mediaWith(MICROPHONE);

    await media.open({ audio: true, video: true });

    expect(states(media)).toEqual(["missing", "on"]);
  });

  test("with nothing at all nothing fails", async () => {
    const { media } = mediaWith();

    await media.open({ audio: true, video: true });

    expect(states(media)).toEqual(["missing", "missing"]);
    expect(media.tracks.get()).toEqual({});
  });

  test("in an insecure page there are no devices, and no failure", async () => {
    const media = createLocalMedia({
      devices: undefined,
      clock: new ManualClock(),
      createStream: (tracks) => new FakeStream(tracks).asStream(),
      createMeter: () => ({ level: () => 0, close: () => undefined }),
    });

    await media.open({ audio: true, video: true });

    expect(states(media)).toEqual(["missing", "missing"]);
    expect(await media.startScreen()).toEqual({ ok: false, problem: "unsupported" });
  });

  test("a camera another program holds is named so, the microphone works", async () => {
    const { media } = mediaWith({ ...CAMERA, trouble: "NotReadableError" }, MICROPHONE);

    await media.open({ audio: true, video: true });

    expect(states(media)).toEqual(["in-use", "on"]);
  });

  test("what was not asked for stays off", async () => {
    const { media, devices } = mediaWith(CAMERA, MICROPHONE);

    await media.open({ audio: false, video: false });

    expect(states(media)).toEqual(["off", "off"]);
    expect(devices.opened).toEqual([]);
  });

  test("a remembered device that is gone is replaced, and said so", async () => {
    const { media } = mediaWith(CAMERA, MICROPHONE);

    await media.open({ audio: true, video: true, devices: { camera: "gone" } });

    expect(states(media)).toEqual(["on", "on"]);
    expect(media.notice.get()).toMatchObject({ kind: "camera-replaced", label: "Camera one" });
  });

  it.each([
    ["NotAllowedError", "denied"],
    ["SecurityError", "denied"],
    ["NotFoundError", "missing"],
    ["OverconstrainedError", "missing"],
    ["NotReadableError", "in-use"],
    ["AbortError", "in-use"],
  ])("%s means %s", (name, state) => {
    expect(stateOfError(new DOMException("", name))).toBe(state);
  });
});

describe("turning on and off", () => {
  test("muting keeps the microphone open and silent, the meter falls to nothing", async () => {
    const { media, devices, clock } = mediaWith(CAMERA, MICROPHONE);
    await media.open({ audio: true, video: true });
    await clock.advance(100);
    const loud = media.level.get();

    await media.toggleMicrophone();
    await clock.advance(100);

    expect(loud).toBe(0.5);
    expect(media.level.get()).toBe(0);
    expect(media.microphone.get()).toBe("off");
    expect(devices.opened.find(({ kind }) => kind === "audio")).toMatchObject({
      enabled: false,
      readyState: "live",
    });
  });

  test("camera off lets go of the device, on takes it again", async () => {
    const { media, devices } = mediaWith(CAMERA, MICROPHONE);
    await media.open({ audio: true, video: true });
    const [first] = devices.opened.filter(({ kind }) => kind === "video");

    await media.toggleCamera();
    const off = [media.camera.get(), first?.readyState, media.tracks.get().camera];
    await media.toggleCamera();

    expect(off).toEqual(["off", "ended", undefined]);
    expect(media.camera.get()).toBe("on");
    expect(media.tracks.get().camera?.readyState).toBe("live");
  });

  test("a microphone that was not opened opens when it is unmuted", async () => {
    const { media } = mediaWith(MICROPHONE);
    await media.open({ audio: false, video: false });

    await media.toggleMicrophone();

    expect(media.microphone.get()).toBe("on");
  });

  test("another camera replaces the first, which is let go", async () => {
    const { media, devices } = mediaWith(CAMERA, CAMERA_2, MICROPHONE);
    await media.open({ audio: true, video: true });

    await media.chooseCamera("cam-2");

    expect(media.tracks.get().camera?.label).toBe("Camera two");
    expect(devices.opened.filter(({ readyState }) => readyState === "live").length).toBe(2);
  });

  test("whoever is muted stays muted with another microphone", async () => {
    const { media } = mediaWith(MICROPHONE, MICROPHONE_2);
    await media.open({ audio: true, video: false });
    await media.toggleMicrophone();

    await media.chooseMicrophone("mic-2");

    expect(media.microphone.get()).toBe("off");
    expect(media.tracks.get().microphone).toMatchObject({
      label: "Microphone two",
      enabled: false,
    });
  });
});

describe("a device that goes", () => {
  test("is replaced by another, with a notice", async () => {
    const { media, devices, clock } = mediaWith(CAMERA, CAMERA_2, MICROPHONE);
    await media.open({ audio: true, video: true });

    devices.unplug("cam-1");
    await clock.settle();

    expect(media.camera.get()).toBe("on");
    expect(media.tracks.get().camera?.label).toBe("Camera two");
    expect(media.notice.get()).toMatchObject({ kind: "camera-replaced", label: "Camera two" });
  });

  test("and has no other is named lost, and taken again when it comes back", async () => {
    const { media, devices, clock } = mediaWith(CAMERA, MICROPHONE);
    await media.open({ audio: true, video: true });

    devices.unplug("mic-1");
    await clock.settle();
    const lost = [media.microphone.get(), media.notice.get()?.kind];
    devices.plug(MICROPHONE);
    await clock.settle();

    expect(lost).toEqual(["ended", "microphone-lost"]);
    expect(media.microphone.get()).toBe("on");
    expect(media.notice.get()).toMatchObject({ id: 2, kind: "microphone-replaced" });
  });

  test("a phone call takes the microphone and gives it back", async () => {
    const { media, devices } = mediaWith(MICROPHONE);
    await media.open({ audio: true, video: false });

    devices.opened[0]?.setMuted(true);
    const during = media.microphone.get();
    devices.opened[0]?.setMuted(false);

    expect([during, media.microphone.get()]).toEqual(["in-use", "on"]);
  });
});

describe("screen", () => {
  test("a share is there until it is stopped, also by the browser's own button", async () => {
    const { media, devices } = mediaWith(CAMERA);

    const started = await media.startScreen();
    const during = media.tracks.get().screen;
    devices.opened.at(-1)?.unplug();

    expect(started.ok).toBe(true);
    expect(during?.contentHint).toBe("detail");
    expect([media.screen.get(), media.tracks.get().screen]).toEqual([undefined, undefined]);
  });

  test("somebody who changes their mind is told nothing", async () => {
    const { media, devices } = mediaWith(CAMERA);
    devices.screenTrouble = "NotAllowedError";

    expect(await media.startScreen()).toEqual({ ok: false, problem: "cancelled" });
  });
});

test("closing lets go of everything, twice", async () => {
  const { media, devices } = mediaWith(CAMERA, MICROPHONE);
  await media.open({ audio: true, video: true });
  await media.startScreen();

  media.close();
  media.close();

  expect(devices.opened.map(({ readyState }) => readyState)).toEqual(["ended", "ended", "ended"]);
});

test("devices without an id are no choice: the person was not asked yet", async () => {
  const infos = await new FakeDevices([{ ...CAMERA, id: "" }, MICROPHONE]).enumerateDevices();

  expect(listDevices(infos).cameras).toEqual([]);
});

it.each([
  [0, 0],
  [0.001, 0],
  [1, 1],
  [0.0316, 0.5],
])("a loudness of %f shows as %f", (rms, level) => {
  expect(meterLevel(rms)).toBeCloseTo(level, 1);
});
