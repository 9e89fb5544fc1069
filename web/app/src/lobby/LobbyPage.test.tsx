import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { draw } from "../testing/draw.tsx";
import { fakeLink } from "../testing/fake-link.ts";
import { fakeServer, parsedRoom, roomJson } from "../testing/fake-server.ts";
import { followRooms } from "./live-rooms.ts";
import { LobbyPage } from "./LobbyPage.tsx";

interface Circumstances {
  readonly language?: "en" | "ko";
  readonly isBroken?: boolean;
}

async function open(rooms: readonly object[], circumstances: Circumstances = {}) {
  const { language = "en", isBroken = false } = circumstances;
  const list = { body: rooms, headers: { "X-Total-Count": String(rooms.length) } };
  const server = fakeServer({ "GET /room": isBroken ? { status: 500 } : list });
  const link = fakeLink();
  const entered: string[] = [];
  const view = await draw(
    <LobbyPage
      link={link.link}
      maxCapacity={4}
      defaultCapacity={4}
      onCreated={() => {}}
      onEnter={(roomName) => entered.push(roomName)}
    />,
    { language },
  );
  followRooms(link.link, view.queries);
  return { ...view, server, ...link, entered };
}

const cards = () => screen.getAllByTestId("room-card");

test("shows a room with its seats in words, and leads to it", async () => {
  await open([roomJson({ roomName: "디자인 회의", locked: true })]);

  const link = await screen.findByRole("link", { name: "디자인 회의" });

  expect(link).toHaveAttribute("href", `/r/${encodeURIComponent("디자인 회의")}`);
  expect(screen.getByText("2 of 4")).toBeVisible();
  expect(screen.getByText("Needs a password")).toBeInTheDocument();
});

test("shows a full room with the reason, but leads nowhere", async () => {
  await open([roomJson({ roomEnterUser: 4 })]);

  await screen.findByText(/All 4 seats are taken/);

  expect(screen.queryByRole("link", { name: "Study group" })).toBeNull();
});

test("a room that is created stands in front at once, one that ends goes", async () => {
  const { tell } = await open([roomJson()]);
  await screen.findByText("Study group");

  tell({
    roomId: "room-2",
    kind: "created",
    room: parsedRoom({ roomId: "room-2", roomName: "New" }),
  });
  await screen.findByText("New");
  const names = cards().map((card) => within(card).getByRole("heading").textContent);
  tell({ roomId: "room-1", kind: "ended" });

  expect(names).toEqual(["New", "Study group"]);
  await waitFor(() => expect(screen.queryByText("Study group")).toBeNull());
});

test("asks again for what it may have missed when the socket is back", async () => {
  const { server, state } = await open([roomJson()]);
  await screen.findByText("Study group");
  state.set("offline");
  server.on("GET /room", { body: [roomJson({ roomName: "Meanwhile" })] });

  state.set("online");

  await screen.findByText("Meanwhile");
});

test("filters as one types and says how many", async () => {
  const { user } = await open([roomJson(), roomJson({ roomId: "2", roomName: "Book club" })]);
  await screen.findByText("Book club");

  await user.type(screen.getByRole("searchbox", { name: "Search meetings" }), "book");

  expect(screen.getByText("1 meeting found")).toBeVisible();
  expect(cards()).toHaveLength(1);
});

test("offers to start the meeting that was not found", async () => {
  const { user } = await open([roomJson()]);
  await screen.findByText("Study group");
  await user.type(screen.getByRole("searchbox"), "Chess");

  await user.click(screen.getByRole("button", { name: "Start a meeting called “Chess”" }));

  expect(screen.getByRole("textbox", { name: "Meeting name" })).toHaveValue("Chess");
});

test("an empty lobby says so in Korean and offers to start", async () => {
  const { user } = await open([], { language: "ko" });
  await screen.findByText("아직 열린 방이 없어요. 방을 만들고 링크를 보내 보세요.");

  await user.click(screen.getByTestId("create-room"));

  expect(screen.getByRole("dialog", { name: "방 만들기" })).toBeVisible();
});

test("a list that cannot be loaded can be asked for again", async () => {
  const { user, server } = await open([], { isBroken: true });
  const again = await screen.findByRole("button", { name: "Try again" });
  server.on("GET /room", { body: [roomJson()] });

  await user.click(again);

  await screen.findByText("Study group");
});

test("a pasted link leads to its room", async () => {
  const { user, entered } = await open([]);
  await user.click(await screen.findByRole("button", { name: "Enter a meeting" }));

  const field = screen.getByRole("textbox", { name: "Meeting name or link" });
  await user.type(field, `${location.origin}/r/Study%20group{Enter}`);

  expect(entered).toEqual(["Study group"]);
});
