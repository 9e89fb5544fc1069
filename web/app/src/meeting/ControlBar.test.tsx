import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { draw } from "../testing/draw.tsx";
import { ControlBar, type ControlBarView } from "./ControlBar.tsx";

async function open(change: Partial<ControlBarView> = {}) {
  const pressed: string[] = [];
  const press = (what: string) => () => void pressed.push(what);
  const view: ControlBarView = {
    microphone: { on: true, toggle: press("microphone") },
    camera: { on: false, toggle: press("camera") },
    screen: { on: false, toggle: press("screen") },
    chat: { isOpen: false, unread: 0, toggle: press("chat") },
    leave: press("leave"),
    ...change,
  };
  return { ...(await draw(<ControlBar view={view} isHidden={false} more={null} />)), pressed };
}

test("every control is named by what it will do", async () => {
  const { user, pressed } = await open();

  for (const name of ["Turn microphone off", "Turn camera on", "Share screen", "Chat", "Leave"]) {
    await user.click(screen.getByRole("button", { name }));
  }

  expect(pressed).toEqual(["microphone", "camera", "screen", "chat", "leave"]);
});

test("is one toolbar that works with the keyboard alone", async () => {
  const { user, pressed } = await open();

  await user.tab();
  await user.keyboard("{Enter}");
  await user.tab();
  await user.keyboard(" ");

  expect(screen.getByRole("toolbar", { name: "Meeting controls" })).toBeVisible();
  expect(pressed).toEqual(["microphone", "camera"]);
});

test("what is not possible now keeps its place, says why and does nothing", async () => {
  const { user, pressed } = await open({
    screen: { on: false, toggle: undefined, why: "meeting.noScreen" },
  });
  const share = screen.getByRole("button", { name: "Share screen" });

  await user.click(share);

  expect(share).toHaveAttribute("aria-disabled", "true");
  expect(share).toHaveAccessibleDescription("This browser cannot share a screen");
  expect(pressed).toEqual([]);
});

test("unread messages are counted in the name of the button", async () => {
  await open({ chat: { isOpen: false, unread: 2, toggle: () => {} } });

  expect(screen.getByRole("button", { name: "Chat, 2 new messages" })).toBeVisible();
});

test("tooltips tell the shortcuts", async () => {
  await open();

  expect(screen.getByText("Turn microphone off (Ctrl+D)")).toBeInTheDocument();
  expect(screen.getByText("Turn camera on (Ctrl+E)")).toBeInTheDocument();
});
