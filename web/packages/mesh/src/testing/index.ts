export { FakeChannel } from "./fake-channel.ts";
export { FakeDevices, FakeStream, FakeTrack, type FakeDevice } from "./fake-media.ts";
export { FakeNetwork } from "./fake-network.ts";
export { FakePeerConnection } from "./fake-peer-connection.ts";
export { createFakePlatform, type FakePlatform } from "./fake-platform.ts";
export { FakeSender, FakeTransceiver } from "./fake-transceiver.ts";
export { ManualClock } from "./manual-clock.ts";
export { FakeWorld, type FakePerson } from "./world.ts";
