import { expect, test } from "vitest";
import { faultsIn, filesMatching } from "./repository.ts";
import { jsonFaults, yamlFaults } from "./strict.ts";

test("every YAML file parses, and no key stands twice", () => {
  const paths = filesMatching(/\.ya?ml$/);

  const faults = faultsIn(paths, yamlFaults);

  expect(paths).toContain("deploy/compose/compose.yaml");
  expect(faults).toEqual([]);
});

test("every JSON file parses, and no name stands twice", () => {
  const paths = filesMatching(/(\.(json|ndjson)|rc)$/).filter((path) => !path.endsWith(".npmrc"));

  const faults = faultsIn(paths, (text, path) =>
    path.endsWith(".ndjson")
      ? text.split("\n").filter(Boolean).flatMap(jsonFaults)
      : jsonFaults(text),
  );

  expect(paths).toContain("package.json");
  expect(faults).toEqual([]);
});

test.each([
  ["a key that stands twice", "a: 1\nb: 2\na: 3\n"],
  ["a key that stands twice in a later document", "a: 1\n---\nb:\n  c: 1\n  c: 2\n"],
  ["a tab as indentation", "a:\n\tb: 1\n"],
  ["an unknown tag", "a: !Secret b\n"],
])("finds %s in YAML", (_, text) => {
  expect(yamlFaults(text)).not.toEqual([]);
});

test.each([
  ["a name that stands twice", '{"a": 1, "a": 2}'],
  ["a comment", '{"a": 1} // one'],
  ["a trailing comma", '{"a": 1,}'],
])("finds %s in JSON", (_, text) => {
  expect(jsonFaults(text)).not.toEqual([]);
});
