import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("a message reaches everybody, a direct one only its addressee", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");
  const chris = await people.joins(room, "Chris");
  for (const person of people.all) await person.chat.open();

  await alice.chat.say("hello all");
  await alice.chat.say("only for Ben", "Ben");
  await ben.chat.say("secret back", "Alice");
  await alice.chat.say("to all again", words("chat.everyone"));

  for (const person of people.all) {
    await expect(person.chat.message("to all again")).toHaveAttribute("data-kind", "room");
    await expect(person.chat.message("hello all")).toHaveAttribute("data-kind", "room");
  }
  await expect(ben.chat.message("only for Ben")).toHaveAttribute("data-kind", "dm");
  await expect(ben.chat.message("only for Ben")).toContainText(
    words("chat.directFrom", { name: "Alice" }),
  );
  await expect(alice.chat.message("only for Ben")).toContainText(
    words("chat.directTo", { name: "Ben" }),
  );
  await expect(alice.chat.message("secret back")).toHaveAttribute("data-kind", "dm");
  // "to all again" was sent after both and has arrived: had they been sent here, they would be here.
  await expect(chris.chat.message("only for Ben")).toHaveCount(0);
  await expect(chris.chat.message("secret back")).toHaveCount(0);
});

test("coming and leaving is told in the chat", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  await alice.chat.open();
  const ben = await people.joins(room, "Ben");
  await expect(alice.chat.message(words("chat.joined", { name: "Ben" }))).toHaveAttribute(
    "data-kind",
    "system",
  );

  await ben.meeting.leave();

  await expect(alice.chat.message(words("chat.left", { name: "Ben" }))).toHaveAttribute(
    "data-kind",
    "system",
  );
});

test("each kind of message has its own colours", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  await alice.chat.open();
  await people.joins(room, "Ben");

  await alice.chat.say("to the room");
  await alice.chat.say("to one", "Ben");

  const colours = await Promise.all(
    ["to the room", "to one", words("chat.joined", { name: "Ben" })].map((text) =>
      alice.chat
        .message(text)
        .getByText(text)
        .evaluate((line) => getComputedStyle(line).color),
    ),
  );
  expect(new Set(colours).size).toBe(3);
});

test("a message is text, never markup, and its links open safely", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");
  await alice.chat.open();
  await ben.chat.open();
  const text = '<img src=x onerror="document.title=1"> https://example.org/a?b=c#d';

  await alice.chat.say(text);

  const message = ben.chat.message("<img src=x");
  await expect(message).toContainText(text);
  await expect(message.locator("img")).toHaveCount(0);
  const link = message.getByRole("link");
  await expect(link).toHaveAttribute("href", "https://example.org/a?b=c#d");
  await expect(link).toHaveAttribute("rel", /noopener/);
  await expect(link).toHaveAttribute("target", "_blank");
});

test("Enter does not send half a syllable while an input method composes", async ({
  people,
  room,
}) => {
  const alice = await people.joins(room, "Alice");
  await alice.chat.open();
  await alice.chat.input.focus();
  const keyboard = await alice.context.newCDPSession(alice.page);

  await keyboard.send("Input.imeSetComposition", {
    text: "안녕하세",
    selectionStart: 4,
    selectionEnd: 4,
  });
  await alice.page.keyboard.press("Enter");
  await keyboard.send("Input.insertText", { text: "안녕하세요" });
  await alice.page.keyboard.press("Enter");

  await expect(alice.chat.message("안녕하세요")).toHaveCount(1);
  await expect(alice.chat.messages.and(alice.page.locator('[data-kind="room"]'))).toHaveCount(1);
});

test("Shift and Enter makes a new line, Enter sends", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  await alice.chat.open();

  await alice.chat.input.pressSequentially("one");
  await alice.chat.input.press("Shift+Enter");
  await alice.chat.input.pressSequentially("two");
  await alice.chat.input.press("Enter");

  await expect(alice.chat.message("one")).toContainText("two");
  await expect(alice.chat.input).toHaveValue("");
});

test("unread messages are counted while the chat is closed", async ({ people, room }) => {
  const alice = await people.joins(room, "Alice");
  const ben = await people.joins(room, "Ben");
  await ben.chat.open();
  await alice.chat.close();

  await ben.chat.say("first");
  await ben.chat.say("second");
  const counted = alice.page.getByRole("button", {
    name: words("meeting.chatUnread_other", { count: 2 }),
  });
  await expect(counted).toBeVisible();
  await counted.click();

  await expect(alice.chat.message("second")).toBeVisible();
  await expect(counted).toHaveCount(0);
});
