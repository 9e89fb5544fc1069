import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { draw } from "../testing/draw.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";

async function open(isLast = false, language: "en" | "ko" = "en") {
  const chosen: string[] = [];
  const dialog = (
    <LeaveDialog
      isLast={isLast}
      onStay={() => chosen.push("stay")}
      onLeave={() => chosen.push("leave")}
    />
  );
  return { ...(await draw(dialog, { language })), chosen };
}

test("staying has the focus: Enter never leaves by accident", async () => {
  const { user, chosen } = await open();

  expect(screen.getByRole("button", { name: "Stay" })).toHaveFocus();
  await user.keyboard("{Enter}");

  expect(chosen).toEqual(["stay"]);
});

test("asks in Korean with 머무르기 and 퇴장하기", async () => {
  const { user, chosen } = await open(false, "ko");

  await user.click(screen.getByRole("button", { name: "퇴장하기" }));

  expect(screen.getByRole("button", { name: "머무르기" })).toBeVisible();
  expect(chosen).toEqual(["leave"]);
});

test("tells the last one that the meeting ends", async () => {
  await open(true);

  expect(screen.getByText(/The meeting ends when you leave/)).toBeVisible();
});
