import { createStore, failure, success, type Result } from "@eyestalk/mesh";
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { JoinRequest, Problem } from "../session/index.ts";
import { followRooms } from "../lobby/live-rooms.ts";
import { draw } from "../testing/draw.tsx";
import { fakeLink } from "../testing/fake-link.ts";
import { fakeMedia } from "../testing/fake-media.ts";
import { fakeServer, parsedRoom, refusal, roomJson } from "../testing/fake-server.ts";
import { PreJoinPage } from "./PreJoinPage.tsx";

interface Circumstances {
  readonly room?: object | undefined;
  readonly devices?: Parameters<typeof fakeMedia>[0];
  readonly answer?: Result<void, Problem>;
  readonly language?: "en" | "ko";
}

async function open({ room, devices, answer, language }: Circumstances = {}) {
  const found = room ? { body: [room] } : refusal("ROOM_IS_EMPTY", 404);
  const server = fakeServer({ "GET /room/Study group": found });
  const { media, calls } = fakeMedia(devices);
  const requests: JoinRequest[] = [];
  const join = async (request: JoinRequest): Promise<Result<void, Problem>> => {
    requests.push(request);
    return answer ?? success(undefined);
  };
  const view = await draw(
    <PreJoinPage
      roomName="Study group"
      media={media}
      isEntering={createStore(false)}
      known={{}}
      maxCapacity={4}
      defaultCapacity={4}
      join={join}
    />,
    { language: language ?? "en" },
  );
  const link = fakeLink();
  followRooms(link.link, view.queries);
  return { ...view, ...link, server, media, calls, requests };
}

const nickname = () => screen.getByRole("textbox", { name: "Nickname" });

test("says who is here and joins with Enter", async () => {
  const { user, requests } = await open({ room: roomJson() });
  await screen.findByText("2 people are here (4 seats)");

  await user.type(nickname(), "Ben{Enter}");

  expect(requests).toEqual([{ roomName: "Study group", nickname: "Ben" }]);
});

test("follows the news of its room, and asks for nothing when another one changes", async () => {
  const { server, tell } = await open({ room: roomJson() });
  await screen.findByText("2 people are here (4 seats)");
  const other = parsedRoom({ roomId: "room-2", roomName: "Another" });

  tell({ roomId: "room-2", kind: "changed", room: other });
  tell({ roomId: "room-1", kind: "changed", room: parsedRoom({ roomEnterUser: 3 }) });
  await screen.findByText("3 people are here (4 seats)");
  tell({ roomId: "room-1", kind: "ended" });

  expect(await screen.findByRole("button", { name: /Start/ })).toBeVisible();
  expect(server.sentTo("GET /room/Study group")).toHaveLength(1);
});

test("asks for the password of a locked room, and for nothing more", async () => {
  const { user, requests } = await open({ room: roomJson({ locked: true }) });
  const password = await screen.findByLabelText("Password");

  await user.type(nickname(), "Ben");
  await user.click(screen.getByRole("button", { name: "Join" }));

  expect(password).toHaveAccessibleDescription("This meeting is locked. Enter its password.");
  expect(requests).toEqual([]);
});

test("a denied camera says how to change it, and joining stays possible", async () => {
  const devices = { camera: "denied", microphone: "denied" } as const;
  const { user, requests, calls } = await open({ room: roomJson(), devices });

  const [camera] = screen.getAllByRole("alert");
  expect(camera).toHaveTextContent("This browser blocks the camera for this page.");
  expect(camera).toHaveTextContent("You can join without it.");
  await user.click(screen.getAllByRole("button", { name: "Try again" })[0] ?? document.body);
  await user.type(nickname(), "Ben{Enter}");

  expect(calls).toEqual(["toggleCamera"]);
  expect(requests).toHaveLength(1);
});

test.each([
  ["missing", "No camera was found."],
  ["in-use", "Another program is using the camera."],
  ["ended", "The camera was disconnected."],
] as const)("a camera that is %s is a sentence, not a black picture", async (camera, words) => {
  await open({ room: roomJson(), devices: { camera } });

  expect(screen.getByText(words, { exact: false })).toBeVisible();
});

test.each<[Problem["code"], string]>([
  ["INVALID_NICKNAME", "Someone in this meeting is called “Ben”. Choose another nickname."],
  ["FULL_CAPACITY", "Every seat is taken. You can join as soon as someone leaves."],
  ["RATE_LIMITED", "Too many attempts. You can try again in 10 minutes."],
  ["OFFLINE", "The server cannot be reached. Check your connection and try again."],
])("%s is said in a sentence", async (code, words) => {
  const answer = failure({ code, message: "", retryAfter: 600 });
  const { user } = await open({ room: roomJson(), answer });

  await user.type(nickname(), "Ben{Enter}");

  expect(await screen.findByText(words)).toBeVisible();
});

test("a wrong password is said under the password, which has the focus then", async () => {
  const answer = failure({ code: "INVALID_PASSWORD", message: "" } as const);
  const { user } = await open({ room: roomJson({ locked: true }), answer });
  const password = await screen.findByLabelText("Password");
  await user.type(nickname(), "Ben");

  await user.type(password, "guess{Enter}");

  await screen.findByText("That password is not right. Try again.");
  expect(password).toHaveAccessibleDescription("That password is not right. Try again.");
  await waitFor(() => expect(password).toHaveFocus());
});

test("a room that does not exist can be started, and one goes straight in", async () => {
  const { user, server, requests } = await open();
  server.on("POST /room", { status: 201, body: { ...roomJson(), userNickname: "Ben" } });
  await screen.findByRole("heading", { name: "There is no meeting called “Study group”" });

  await user.type(nickname(), "Ben");
  await user.click(screen.getByRole("button", { name: "Start this meeting" }));

  expect(server.sentTo("POST /room")).toMatchObject([{ roomName: "Study group" }]);
  expect(requests).toMatchObject([{ roomName: "Study group", nickname: "Ben" }]);
});

test("turns camera and microphone off before anybody sees or hears", async () => {
  const { user, calls } = await open({ room: roomJson() });

  await user.click(screen.getByRole("button", { name: "Microphone on" }));
  await user.click(screen.getByRole("button", { name: "Camera on" }));

  expect(calls).toEqual(["toggleMicrophone", "toggleCamera"]);
});

test("speaks Korean", async () => {
  const devices = { camera: "denied" } as const;
  await open({ room: roomJson({ roomEnterUser: 0 }), devices, language: "ko" });

  await screen.findByText("아직 아무도 없어요. 첫 번째로 들어가요.");

  expect(screen.getByRole("button", { name: "입장하기" })).toBeEnabled();
  expect(screen.getByText(/브라우저가 이 페이지의 카메라 사용을 막고 있어요/)).toBeVisible();
});
