import { expect, test } from "../fixtures/test.ts";
import { words } from "../fixtures/words.ts";

test("a nickname that is taken is told beside its field, another one lets in", async ({
  people,
  room,
}) => {
  const alice = await people.joins(room, "Alice");
  const other = await people.arrives("Other");
  await other.preJoin.open(room.name, { name: "Alice" });

  await other.preJoin.join.click();
  await expect(other.preJoin.nickname).toHaveAccessibleDescription(
    new RegExp(words("error.nicknameTaken", { name: "Alice" })),
  );
  await other.preJoin.nickname.fill("Other");
  await other.preJoin.join.click();

  await other.isInMeeting();
  await alice.meets(other);
});
