import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("who denies camera and microphone is told how to allow them, and may join without", async ({
  people,
  room,
  browserWith,
}) => {
  const alice = await people.joins(room, "Alice");
  const shy = await people.arrives("Shy", { browser: await browserWith("denied") });
  await shy.preJoin.open(room.name, { name: "Shy" });

  await expect(shy.page.getByText(words("device.camera.denied"))).toBeVisible();
  await expect(shy.page.getByText(words("device.microphone.denied"))).toBeVisible();
  await expect(shy.page.getByText(words("device.how.chromium")).first()).toBeVisible();
  await shy.preJoin.join.click();

  await shy.isInMeeting();
  await shy.meets(alice);
  await expect(alice.meeting.tile("Shy")).toContainText(words("tile.cameraOff"));
  await expect(alice.meeting.tile("Shy")).toContainText(words("tile.muted"));
});

test("who has no camera and no microphone joins, sees, hears and chats", async ({
  people,
  room,
  browserWith,
}) => {
  const bare = await people.arrives("Bare", { browser: await browserWith("missing") });
  await bare.preJoin.open(room.name, { name: "Bare" });
  const devices = await bare.page.evaluate(() => navigator.mediaDevices.enumerateDevices());
  test.skip(devices.length > 0, "this computer has a camera or a microphone of its own");
  const alice = await people.joins(room, "Alice");

  await expect(bare.page.getByText(words("device.camera.missing"))).toBeVisible();
  await expect(bare.page.getByText(words("device.microphone.missing"))).toBeVisible();
  await bare.preJoin.join.click();

  await bare.isInMeeting();
  await bare.meets(alice);
  await alice.chat.open();
  await bare.chat.open();
  await bare.chat.say("I can only type");
  await expect(alice.chat.message("I can only type")).toBeVisible();
});

test("two people without any device still stand in one room", async ({
  people,
  room,
  browserWith,
}) => {
  const browser = await browserWith("denied");

  const one = await people.joins(room, "One", { browser });
  const two = await people.joins(room, "Two", { browser });

  await expect(one.meeting.tile("Two")).toHaveAttribute("data-state", "connected");
  await expect(two.meeting.tile("One")).toHaveAttribute("data-state", "connected");
});

test("a camera that another program holds is told, and taken once it is free", async ({
  people,
  room,
}) => {
  const guest = await people.arrives("Guest");
  await guest.context.addInitScript(occupyCamera);
  await guest.preJoin.open(room.name, { name: "Guest" });
  await expect(guest.page.getByText(words("device.camera.in-use"))).toBeVisible();

  await guest.page.evaluate(() => window.dispatchEvent(new Event("free-the-camera")));
  await guest.page
    .getByRole("button", { name: words("device.again") })
    .first()
    .click();

  await guest.preJoin.seesThemselves();
  await expect(guest.page.getByText(words("device.camera.in-use"))).toHaveCount(0);
});

test("another camera can be chosen before joining", async ({ people, room, browserWith }) => {
  const guest = await people.arrives("Guest", { browser: await browserWith("two-cameras") });
  await guest.preJoin.open(room.name, { name: "Guest" });
  await guest.preJoin.seesThemselves();
  const choice = guest.page.getByRole("combobox", { name: words("prejoin.camera") });

  await choice.selectOption({ label: "fake_device_1" });

  await expect
    .poll(() =>
      guest.preJoin.preview.evaluate((video: HTMLVideoElement) =>
        video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0]?.label : "",
      ),
    )
    .toBe("fake_device_1");
});

/** What a browser answers while another program has the camera (Media Capture and Streams, 10.2.1). */
function occupyCamera(): void {
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  let occupied = true;
  window.addEventListener("free-the-camera", () => (occupied = false));
  devices.getUserMedia = async (constraints) => {
    if (occupied && constraints?.video) {
      throw new DOMException("Could not start video source", "NotReadableError");
    }
    return open(constraints);
  };
}
