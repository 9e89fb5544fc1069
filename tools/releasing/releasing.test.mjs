import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { headingOf, released, section } from "./changelog.mjs";
import { isVersion, packageWith, pomWith } from "./versions.mjs";
import { runtimeSbom } from "./web-sbom.mjs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const CHANGELOG = `# Changelog

## Unreleased

### Added

- Cameras for $& and $1.

## 0.1.0 - 2026-01-01

- Rooms.
`;

test("a release puts what was unreleased under its version", () => {
  const heading = headingOf("0.2.0", "2026-11-23");

  const after = released(CHANGELOG, heading);

  expect(section(after)).toBe("");
  expect(section(after, heading)).toBe("### Added\n\n- Cameras for $& and $1.");
  expect(section(after, "## 0.1.0 - 2026-01-01")).toBe("- Rooms.");
});

test("a changelog that says nothing stops a release", () => {
  const nothing = released(CHANGELOG, headingOf("0.2.0", "2026-11-23"));

  expect(() => released(nothing, headingOf("0.3.0", "2026-11-24"))).toThrow(/says nothing/);
});

test("the changelog of this repository can be released", () => {
  expect(released(read("CHANGELOG.md"), headingOf("9.9.9", "2026-11-23"))).toContain("## 9.9.9");
});

test.each(["1.2.3", "0.10.0", "1.0.0-rc.1"])("%s is a version", (text) => {
  expect(isVersion(text)).toBe(true);
});

test.each(["", "1.2", "v1.2.3", "1.2.3 ", "1.2.3; rm", "latest"])("%j is none", (text) => {
  expect(isVersion(text)).toBe(false);
});

test.each(["pom.xml", "socketio/pom.xml", "server/pom.xml"])("in %s one line changes", (path) => {
  const before = read(path).split("\n");

  const after = pomWith(read(path), "9.9.9").split("\n");

  const changed = after.filter((line, index) => line !== before[index]);
  expect(changed.map((line) => line.trim())).toEqual(["<version>9.9.9</version>"]);
});

test("packages of this repository change their version, those of others do not", () => {
  const before = JSON.stringify({
    version: "0.1.0",
    dependencies: { "@eyestalk/mesh": "0.1.0", react: "0.1.0" },
    packages: {
      "web/app": { version: "0.1.0" },
      "node_modules/react": { version: "0.1.0" },
      "web/app/node_modules/vite": { version: "0.1.0" },
    },
  });

  const after = JSON.parse(packageWith(before, "0.2.0"));

  expect(after.version).toBe("0.2.0");
  expect(after.dependencies).toEqual({ "@eyestalk/mesh": "0.2.0", react: "0.1.0" });
  expect(after.packages["web/app"].version).toBe("0.2.0");
  expect(after.packages["node_modules/react"].version).toBe("0.1.0");
  expect(after.packages["web/app/node_modules/vite"].version).toBe("0.1.0");
});

test("a package.json stays formatted", () => {
  expect(packageWith(read("web/app/package.json"), "0.1.0")).toBe(read("web/app/package.json"));
});

const part = (name) => ({ "bom-ref": `${name}@1`, name });
const SBOM = {
  metadata: {},
  components: [
    ...["react", "scheduler", "vite", "esbuild"].map(part),
    { ...part("typescript"), scope: "optional" },
  ],
  dependencies: [
    { ref: "react@1", dependsOn: ["scheduler@1", "typescript@1"] },
    { ref: "vite@1", dependsOn: ["esbuild@1"] },
  ],
};
const PRODUCT = { name: "page", version: "1.0.0" };

test("the page's bill of materials has what it needs to run and nothing else", () => {
  const sbom = runtimeSbom(SBOM, ["react"], PRODUCT);

  expect(sbom.components.map(({ name }) => name)).toEqual(["react", "scheduler"]);
  expect(sbom.dependencies[0]).toEqual({ ref: "page@1.0.0", dependsOn: ["react@1"] });
  expect(sbom.metadata.component).toMatchObject(PRODUCT);
});

test("a package that the bill lacks is a fault", () => {
  expect(() => runtimeSbom(SBOM, ["react", "wouter"], PRODUCT)).toThrow(/wouter/);
});
