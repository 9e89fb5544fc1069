import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { draw } from "../testing/draw.tsx";
import { fakeServer, refusal, roomJson } from "../testing/fake-server.ts";
import { CreateRoomDialog, type CreatedEntry } from "./CreateRoomDialog.tsx";

async function open({ maxCapacity = 4 } = {}) {
  const created: CreatedEntry[] = [];
  let closed = 0;
  const view = await draw(
    <CreateRoomDialog
      roomName=""
      maxCapacity={maxCapacity}
      defaultCapacity={4}
      onCreated={(entry) => created.push(entry)}
      onClose={() => (closed += 1)}
    />,
  );
  return { ...view, created, closed: () => closed };
}

const name = () => screen.getByRole("textbox", { name: "Meeting name" });
const nickname = () => screen.getByRole("textbox", { name: "Nickname" });
const create = () => screen.getByRole("button", { name: "Create" });

test("creates the room and hands over what the pre-join page needs", async () => {
  const server = fakeServer({
    "POST /room/valid/create": { body: true },
    "POST /room": {
      status: 201,
      body: { ...roomJson({ roomName: "Book club" }), userNickname: "Ben" },
    },
  });
  const { user, created } = await open();

  await user.type(name(), " Book club ");
  await user.selectOptions(screen.getByRole("combobox", { name: "Seats" }), "3 people");
  await user.type(nickname(), "Ben");
  await user.type(screen.getByLabelText("Password (optional)"), "secret");
  await user.keyboard("{Enter}");

  await waitFor(() => expect(created).toHaveLength(1));
  expect(created).toEqual([{ roomName: "Book club", nickname: "Ben", password: "secret" }]);
  expect(server.sentTo("POST /room")).toEqual([
    { roomName: "Book club", roomCapacity: 3, userNickname: "Ben", roomPassword: "secret" },
  ]);
});

test("says under each field what is missing, and asks the server nothing", async () => {
  const server = fakeServer();
  const { user } = await open();

  await user.click(create());

  expect(name()).toHaveAccessibleDescription("Give the meeting a name.");
  expect(nickname()).toHaveAccessibleDescription("Enter the name the others will see.");
  expect(server.heard).toEqual([]);
});

test("refuses a title that exists by its name, while it is being typed", async () => {
  fakeServer({ "POST /room/valid/create": { body: false } });
  const { user } = await open();

  await user.type(name(), "Study group");

  await screen.findByText("A meeting called “Study group” exists already. Choose another name.");
  expect(name()).toBeInvalid();
});

test("shows a refusal of the server under its field and keeps what was typed", async () => {
  fakeServer({
    "POST /room/valid/create": { body: true },
    "POST /room": refusal("DUPLICATE_RESOURCE", 409),
  });
  const { user, created } = await open();
  await user.type(name(), "Study group");
  await user.type(nickname(), "Ben");

  await user.click(create());

  await screen.findByText(/A meeting called “Study group” exists already/);
  expect(name()).toHaveValue("Study group");
  expect(created).toEqual([]);
});

test("says how long to wait after too many attempts", async () => {
  fakeServer({
    "POST /room/valid/create": { body: true },
    "POST /room": { ...refusal("RATE_LIMITED", 429), headers: { "Retry-After": "30" } },
  });
  const { user } = await open();
  await user.type(name(), "Study group");
  await user.type(nickname(), "Ben");

  await user.click(create());

  const alert = await screen.findByText("Too many attempts. You can try again in 30 seconds.");
  expect(alert).toBeVisible();
});

test("offers as many seats as the server allows", async () => {
  fakeServer();

  await open({ maxCapacity: 6 });

  const seats = screen.getAllByRole("option").map((option) => option.textContent);
  expect(seats).toEqual(["2 people", "3 people", "4 people", "5 people", "6 people"]);
});

test("opens with the focus on the name", async () => {
  fakeServer();

  await open();

  expect(name()).toHaveFocus();
});
