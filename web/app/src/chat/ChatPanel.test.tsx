import { createStore } from "@eyestalk/mesh";
import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Chat, ChatLine } from "../session/index.ts";
import { draw } from "../testing/draw.tsx";
import { ChatPanel } from "./ChatPanel.tsx";

const BEN = { sid: "s1", name: "Ben" };

function line(change: Partial<ChatLine>): ChatLine {
  return {
    id: crypto.randomUUID(),
    at: new Date("2026-11-23T10:21:00"),
    kind: "room",
    sender: BEN,
    text: "Hello",
    mine: false,
    delivery: "sent",
    ...change,
  };
}

async function open(lines: readonly ChatLine[] = []) {
  const sent: [string, string | undefined][] = [];
  const resent: string[] = [];
  let reads = 0;
  const unread = createStore(0);
  const chat: Chat = {
    lines: createStore(lines),
    unread,
    send: (text, to) => void sent.push([text, to]),
    resend: (id) => void resent.push(id),
    markRead: () => void (reads += 1),
  };
  const panel = (recipients: readonly (typeof BEN)[]) => (
    <ChatPanel chat={chat} recipients={recipients} onClose={() => {}} />
  );
  const view = await draw(panel([BEN]));
  return { ...view, unread, sent, resent, reads: () => reads, panel };
}

const input = () => screen.getByRole("textbox", { name: "Message" });

test("Enter sends, Shift and Enter makes a new line", async () => {
  const { user, sent } = await open();

  await user.type(input(), "one{Shift>}{Enter}{/Shift}two{Enter}");

  expect(sent).toEqual([["one\ntwo", undefined]]);
  expect(input()).toHaveValue("");
});

test("Enter that ends a syllable of Korean input does not send", async () => {
  const { user, sent } = await open();
  await user.type(input(), "안녕");

  fireEvent.keyDown(input(), { key: "Enter", isComposing: true });
  fireEvent.keyDown(input(), { key: "Enter", keyCode: 229 }); // Safari
  const whileComposing = [...sent];
  fireEvent.keyDown(input(), { key: "Enter", keyCode: 13 });

  expect(whileComposing).toEqual([]);
  expect(sent).toEqual([["안녕", undefined]]);
});

test("nothing but spaces is not sent", async () => {
  const { user, sent } = await open();

  await user.type(input(), "   {Enter}");

  expect(sent).toEqual([]);
});

test("goes to one person when one is chosen", async () => {
  const { user, sent } = await open();

  await user.selectOptions(screen.getByRole("combobox", { name: "To" }), "Ben");
  await user.type(input(), "just us");
  await user.click(screen.getByRole("button", { name: "Send" }));

  expect(sent).toEqual([["just us", "s1"]]);
});

test("a person who left is not written to, and nobody else reads it by mistake", async () => {
  const { user, sent, redraw, panel } = await open();
  await user.selectOptions(screen.getByRole("combobox", { name: "To" }), "Ben");
  await user.type(input(), "just us");

  redraw(panel([]));
  await user.keyboard("{Enter}");

  expect(screen.getByRole("alert")).toHaveTextContent("Ben left. Choose whom to write to.");
  expect(sent).toEqual([]);
});

test("room, direct and system lines tell themselves apart in words", async () => {
  await open([
    line({ text: "to all" }),
    line({ kind: "dm", direct: { way: "from", ...BEN } }),
    line({ kind: "dm", mine: true, direct: { way: "to", ...BEN } }),
    line({ kind: "system", notice: "joined", text: "" }),
  ]);

  const kinds = screen.getAllByTestId("chat-message").map(({ dataset }) => dataset["kind"]);

  expect(kinds).toEqual(["room", "dm", "dm", "system"]);
  expect(screen.getByText("from Ben")).toBeVisible();
  expect(screen.getByText("to Ben")).toBeVisible();
  expect(screen.getByText("Ben joined", { exact: false })).toBeVisible();
});

test("addresses open in a page that knows nothing of this one", async () => {
  await open([line({ text: "see https://example.org/a." })]);

  const link = screen.getByRole("link", { name: "https://example.org/a" });

  expect(link).toHaveAttribute("rel", expect.stringContaining("noopener"));
  expect(link).toHaveAttribute("target", "_blank");
});

test("markup in a message is text", async () => {
  const { container } = await open([line({ text: "<img src=x onerror=alert(1)>" })]);

  expect(screen.getByText("<img src=x onerror=alert(1)>")).toBeVisible();
  expect(container.querySelector("img")).toBeNull();
});

test("a line that failed says why and can be sent again", async () => {
  const failed = line({
    mine: true,
    delivery: "failed",
    problem: { code: "OFFLINE", message: "" },
  });
  const { user, resent } = await open([failed]);

  await user.click(screen.getByRole("button", { name: "Send again" }));

  expect(screen.getByText(/Not sent\. The server cannot be reached/)).toBeVisible();
  expect(resent).toEqual([failed.id]);
});

test("what comes while it is open is read", async () => {
  const { unread, reads } = await open();
  const before = reads();

  unread.set(1);

  expect(before).toBe(1);
  expect(reads()).toBe(2);
});
