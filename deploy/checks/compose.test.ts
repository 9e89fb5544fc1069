import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { coherenceFaults, schemaFaults, secretFiles, variables } from "./compose.ts";
import { faultsIn, filesMatching, read, ROOT } from "./repository.ts";

const files = filesMatching(/^deploy\/compose\/[^/]+\.yaml$/);
const scratch = mkdtempSync(join(tmpdir(), "eyestalk-compose-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const SOUND = `services:
  a:
    image: redis:7.4
    read_only: true
    cap_drop: [ALL]
    mem_limit: 64m
    secrets: [s]
    volumes: [v:/data]
secrets:
  s: { file: secrets/s }
volumes:
  v:
`;

function schemaFaultsOf(text: string) {
  const path = join(scratch, "compose.yaml");
  writeFileSync(path, text);
  return schemaFaults([path]);
}

test("every compose file follows the schema and dclint's rules", () => {
  expect(files).toContain("deploy/compose/compose.yaml");
  expect(schemaFaults(files)).toEqual([]);
});

test("every compose file holds together", () => {
  expect(faultsIn(files, coherenceFaults)).toEqual([]);
});

test("every variable a compose file asks for is explained in .env.example", () => {
  const explained = new Set(
    [...read("deploy/compose/.env.example").matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]),
  );

  const asked = files.flatMap((file) => variables(read(file)));

  expect(asked.filter((name) => !explained.has(name))).toEqual([]);
});

test("make-secrets makes every secret once and none of them is tracked", () => {
  const make = () =>
    execFileSync(join(ROOT, "deploy/compose/make-secrets"), [scratch], { stdio: "pipe" });
  const secrets = join(scratch, "secrets");
  const contents = () =>
    readdirSync(secrets, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(
        (entry) =>
          [`secrets/${entry.name}`, readFileSync(join(secrets, entry.name), "utf8")] as const,
      );

  make();
  const first = new Map<string, string>(contents());
  make();

  const needed = files.flatMap((file) => secretFiles(read(file)));
  expect(needed.filter((file) => !first.has(file))).toEqual([]);
  expect(new Map(contents())).toEqual(first);
  expect(first.get("secrets/turn-secret")).toMatch(/^[0-9a-f]{64}\n$/);
  expect(filesMatching(/^deploy\/compose\/(secrets\/|\.env$)/)).toEqual([]);
});

test("a sound composition has no fault", () => {
  expect(schemaFaultsOf(SOUND)).toEqual([]);
  expect(coherenceFaults(SOUND, "deploy/compose/x.yaml")).toEqual([]);
});

test.each([
  ["a key the schema does not know", SOUND.replace("mem_limit", "memory_limit")],
  ["an image without version", SOUND.replace("redis:7.4", "redis")],
  ["a port open on every interface", SOUND.replace("volumes: [v:/data]", 'ports: ["1:1"]')],
])("dclint finds %s", (_, text) => {
  expect(schemaFaultsOf(text)).not.toEqual([]);
});

test.each([
  ["a file that is not there", SOUND.replace("v:/data", "./no-such-file:/data")],
  ["a secret nobody defines", SOUND.replace("[s]", "[t]")],
  ["a volume nobody defines", SOUND.replace("v:/data", "w:/data")],
  ["a writable root", SOUND.replace("read_only: true", "read_only: false")],
  ["capabilities", SOUND.replace("[ALL]", "[NET_RAW]")],
  ["a privileged container", SOUND.replace("read_only", "privileged: true\n    read_only")],
  ["an unlimited container", SOUND.replace("mem_limit: 64m", "")],
  ["an include that is not there", `include: [nobody.yaml]\n${SOUND}`],
  ["an image that cannot be built", SOUND.replace("image: redis:7.4", "build: { context: . }")],
])("finds %s", (_, text) => {
  expect(coherenceFaults(text, "deploy/compose/x.yaml")).not.toEqual([]);
});
