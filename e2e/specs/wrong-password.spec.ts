import { createdRoom } from "../fixtures/rooms.ts";
import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("a wrong password is told beside its field, the right one lets in", async ({
  people,
  server,
}) => {
  const room = await createdRoom(server, { password: "opensesame" });
  const guest = await people.arrives("Guest");
  await guest.preJoin.open(room.name, { name: "Guest" });

  await guest.preJoin.password.fill("wrong");
  await guest.preJoin.join.click();
  await expect(guest.preJoin.password).toHaveAccessibleDescription(
    new RegExp(words("error.passwordWrong")),
  );
  await guest.preJoin.password.fill("opensesame");
  await guest.preJoin.join.click();

  await guest.isInMeeting();
});

test("a missing password is told beside its field", async ({ people, server }) => {
  const room = await createdRoom(server, { password: "opensesame" });
  const guest = await people.arrives("Guest");
  await guest.preJoin.open(room.name, { name: "Guest" });

  await guest.preJoin.join.click();

  await expect(guest.preJoin.password).toHaveAccessibleDescription(
    new RegExp(words("error.passwordMissing")),
  );
});

test("nothing that the server answers holds the password", async ({ people, server }) => {
  const room = await createdRoom(server, { password: "opensesame-7319" });
  const guest = await people.arrives("Guest");
  const bodies: Promise<string>[] = [];
  guest.page.on("response", (response) => {
    if (!response.url().includes("/assets/")) bodies.push(response.text().catch(() => ""));
  });

  await guest.lobby.open();
  await expect(guest.lobby.card(room.name)).toContainText(words("lobby.locked"));

  const answers = (await Promise.all(bodies)).join("\n");
  expect(answers).toContain(room.name);
  expect(answers).not.toContain("opensesame-7319");
});
