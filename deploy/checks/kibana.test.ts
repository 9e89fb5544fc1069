import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { expect, test } from "vitest";
import { attributes, coherenceFaults, fieldsOf, mappingFaults, savedObjects } from "./kibana.ts";
import { read, ROOT } from "./repository.ts";
import { at, list, names, text } from "./tree.ts";

const TEMPLATE = "server/src/main/resources/io/eyestalk/activity/webrtc_room.template.json";

const file = read("deploy/kibana/dashboards.ndjson");
const objects = savedObjects(file);
const template: unknown = JSON.parse(read(TEMPLATE));
const mapping = at(template, "template", "mappings", "properties");

function ofType(type: string): unknown[] {
  return objects.filter((object) => at(object, "type") === type);
}

test("the five dashboards of 2022 are there, each with the time it is about", () => {
  const times = ofType("dashboard").map((object) => [
    text(at(object, "id")),
    `${text(at(object, "attributes", "timeFrom"))} to ${text(at(object, "attributes", "timeTo"))}`,
    at(object, "attributes", "timeRestore"),
  ]);
  expect(times).toEqual([
    ["eyestalk-24h", "now-24h to now", true],
    ["eyestalk-today", "now/d to now/d", true],
    ["eyestalk-chats", "now-24h to now", true],
    ["eyestalk-history", "now-24h to now", true],
    ["eyestalk-people-today", "now/d to now/d", true],
  ]);
});

test("every object says for which version it was written", () => {
  for (const object of objects) {
    expect(at(object, "coreMigrationVersion")).toMatch(/^8\./);
    expect(at(object, "typeMigrationVersion")).toMatch(/^8\./);
  }
});

test("everything an object refers to is in the file", () => {
  expect(coherenceFaults(objects)).toEqual([]);
});

test("panels do not lie over each other and fit the 48 columns", () => {
  for (const dashboard of ofType("dashboard")) {
    const taken = list(at(attributes(dashboard), "panelsJSON")).flatMap((panel) => cells(panel));
    expect(new Set(taken).size).toBe(taken.length);
  }
});

test("the alias that is read is the one the template makes", () => {
  const titles = ofType("index-pattern").map((object) => at(object, "attributes", "title"));
  expect(titles).toEqual(names(at(template, "template", "aliases")));
});

test("every field is in the mapping and can do what is asked of it", () => {
  const fields = new Set(objects.flatMap(fieldsOf).map((use) => use.field));
  expect([...fields].toSorted()).toEqual([
    "@timestamp",
    "chatting message",
    "des",
    "room_id",
    "sid",
    "user_nickname",
  ]);
  expect(mappingFaults(objects, mapping)).toEqual([]);
});

test("kinds are spelled as documents spell them", () => {
  const spelled = [...file.matchAll(/des: \\+"([^\\"]+)\\+"/g)].map((match) => match[1]);
  const kinds = ["create-room", "new-member-joined", "chatting"].map((name) =>
    at(JSON.parse(read(`contract/activity/${name}.json`)), "des"),
  );
  expect(new Set(spelled)).toEqual(new Set(kinds));
});

test("a field that is not mapped, or cannot be counted, is found", () => {
  const [pattern] = objects;
  const wrong = {
    type: "search",
    id: "s",
    attributes: { columns: ["room"], sort: [["chatting message", "asc"]] },
  };
  expect(mappingFaults([pattern, wrong], mapping)).toEqual([
    "search s: chatting message",
    "search s: room",
  ]);
});

test("a reference to nothing is found", () => {
  const faults = coherenceFaults(objects.filter((object) => at(object, "type") !== "search"));
  expect(faults).toEqual(["dashboard eyestalk-history: no match for search eyestalk-messages"]);
});

function cells(panel: unknown): string[] {
  const side = (name: string) => Number(at(panel, "gridData", name));
  const [x, y, width, height] = [side("x"), side("y"), side("w"), side("h")];
  expect(x + width).toBeLessThanOrEqual(48);
  return Array.from(
    { length: width * height },
    (_, cell) => `${x + (cell % width)},${y + Math.floor(cell / width)}`,
  );
}

interface Asked {
  code: unknown;
  url?: string | undefined;
  headers?: NodeJS.Dict<string | string[]>;
  body?: string;
}

/** What the import script asks a Kibana that gives that answer. */
async function importTo(answer: string, env: Record<string, string>): Promise<Asked> {
  const asked: Asked = { code: undefined };
  const kibana = createServer((request, response) => {
    void textOf(request).then((body) => {
      Object.assign(asked, { url: request.url, headers: request.headers, body });
      response.end(answer);
    });
  });
  await once(kibana.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${text(at(kibana.address(), "port"))}/s/team/`;
  const script = spawn(join(ROOT, "deploy/kibana/import"), [url], {
    stdio: "ignore",
    env: { PATH: process.env["PATH"], ...env },
  });
  [asked.code] = (await once(script, "exit")) as unknown[];
  kibana.closeAllConnections();
  kibana.close();
  return asked;
}

test("the script brings the file as Kibana's API wants it, with an API key", async () => {
  const asked = await importTo('{"successCount":11,"success":true}', { KIBANA_API_KEY: "a2V5" });
  expect(asked.code).toBe(0);
  expect(asked.url).toBe("/s/team/api/saved_objects/_import?overwrite=true");
  expect(asked.headers?.["kbn-xsrf"]).toBe("eyestalk");
  expect(asked.headers?.["authorization"]).toBe("ApiKey a2V5");
  expect(asked.body).toContain(file);
});

test("the script logs in as a user, whatever stands in the password", async () => {
  const login = { KIBANA_USER: "me", KIBANA_PASSWORD: 'a"b\\c:d' };
  const asked = await importTo('{"success":true}', login);
  const expected = Buffer.from('me:a"b\\c:d').toString("base64");
  expect(asked.headers?.["authorization"]).toBe(`Basic ${expected}`);
});

test("the script fails when Kibana takes a part only", async () => {
  expect((await importTo('{"success":false,"errors":[{}]}', {})).code).toBe(1);
});
