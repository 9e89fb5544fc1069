// node tools/releasing/main.mjs prepare VERSION DATE: writes the version into every file that has it, and the changelog's heading.
// node tools/releasing/main.mjs notes VERSION DATE: prints what has changed.
// node tools/releasing/main.mjs web-sbom VERSION: reads npm's bill of materials, prints that of the page.
import { readFileSync, writeFileSync } from "node:fs";
import { headingOf, released, section } from "./changelog.mjs";
import { isVersion, packageWith, pomWith } from "./versions.mjs";
import { runtimeSbom } from "./web-sbom.mjs";

const POMS = ["pom.xml", "socketio/pom.xml", "server/pom.xml"];

const read = (path) => readFileSync(path, "utf8");
const change = (path, by) => writeFileSync(path, by(read(path)));

function packages() {
  const { packages: entries } = JSON.parse(read("package-lock.json"));
  const own = Object.keys(entries).filter((path) => !path.includes("node_modules/"));
  return [
    "package-lock.json",
    ...own.map((path) => (path === "" ? "package.json" : `${path}/package.json`)),
  ];
}

/** What the page and our own packages inside it ask for, ours themselves left out. */
function neededByThePage() {
  const parts = ["web/app", "web/packages/mesh", "web/packages/protocol"];
  return parts
    .flatMap((part) => Object.keys(JSON.parse(read(`${part}/package.json`)).dependencies ?? {}))
    .filter((name) => !name.startsWith("@eyestalk/"));
}

const commands = {
  prepare(version, date) {
    change("CHANGELOG.md", (text) => released(text, headingOf(version, date)));
    for (const path of POMS) change(path, (text) => pomWith(text, version));
    for (const path of packages()) change(path, (text) => packageWith(text, version));
  },
  notes(version, date) {
    console.log(section(read("CHANGELOG.md"), headingOf(version, date)));
  },
  "web-sbom"(version) {
    const product = { name: "eyestalk-web", version };
    const sbom = runtimeSbom(JSON.parse(read("/dev/stdin")), neededByThePage(), product);
    console.log(JSON.stringify(sbom, undefined, 2));
  },
};

const [command, version, date] = process.argv.slice(2);
try {
  if (!isVersion(version ?? "")) throw new Error(`"${version}" is no version like 1.2.3.`);
  commands[command](version, date);
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
}
