import { expect, test } from "../fixtures/test.ts";

test("a whole meeting asks no other host and breaks no policy", async ({
  people,
  server,
  room,
}) => {
  const alice = await people.arrives("Alice");
  const page = await alice.page.goto("/");
  const policy = page?.headers()["content-security-policy"] ?? "";
  await alice.joins(room);
  const ben = await people.joins(room, "Ben");
  await alice.meets(ben);
  await alice.chat.open();
  await alice.chat.say("hello");
  await alice.meeting.screen.click();
  await ben.meeting.seesScreenOf("Alice");
  await alice.meeting.leave();

  const hosts = new Set(people.all.flatMap(({ requests }) => requests.map(hostOf)));
  hosts.delete("");
  expect([...hosts]).toEqual([new URL(server.origin).host]);
  expect(await alice.violations()).toEqual([]);
  expect(policy).toContain("default-src");
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
});

test("the page is served with the headers that protect it", async ({ server }) => {
  const { headers } = await fetch(server.origin);

  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toMatch(/no-referrer|same-origin|strict-origin/);
  expect(headers.get("permissions-policy")).toContain("camera=(self)");
});

/** Empty for addresses inside the page (`blob:`, `data:`). */
function hostOf(url: string): string {
  return new URL(url).host;
}
