// Adds up the reports of JUnit (XML), Vitest and Playwright (JSON) and the steps of the scripts, names what failed,
// and ends with the line "N passed, N failed". A step that runs tests counts by its tests; any other counts as one.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const results = process.argv[2];
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function count(outcome, name) {
  total[outcome] += 1;
  if (outcome === "failed") failures.push(name);
}

function junit(file) {
  for (const [, attributes, , body = ""] of readFileSync(file, "utf8").matchAll(
    /<testcase\b([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g,
  )) {
    const of = (key) => attributes.match(new RegExp(`\\b${key}="([^"]*)"`))?.[1] ?? "?";
    const outcome = /<(failure|error)\b/.test(body)
      ? "failed"
      : /<skipped\b/.test(body)
        ? "skipped"
        : "passed";
    count(outcome, `${of("classname")}.${of("name")}`);
  }
}

function vitest(file) {
  for (const suite of JSON.parse(readFileSync(file, "utf8")).testResults) {
    if (suite.assertionResults.length === 0 && suite.status === "failed")
      count("failed", suite.name);
    for (const test of suite.assertionResults) {
      count(
        test.status === "passed" ? "passed" : test.status === "failed" ? "failed" : "skipped",
        test.fullName,
      );
    }
  }
}

function playwright(file) {
  const walk = (suite, path) => {
    for (const inner of suite.suites ?? []) walk(inner, `${path} ${inner.title}`);
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const outcome =
          test.status === "skipped" ? "skipped" : test.status === "expected" ? "passed" : "failed";
        count(outcome, `${path} ${spec.title}`);
      }
    }
  };
  const report = JSON.parse(readFileSync(file, "utf8"));
  for (const suite of report.suites) walk(suite, suite.title);
  for (const error of report.errors ?? []) count("failed", error.message ?? "playwright");
}

const junitReports = ["socketio", "server"]
  .flatMap((module) =>
    ["surefire", "failsafe"].map((runner) => `${module}/target/${runner}-reports`),
  )
  .filter(existsSync)
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^TEST-.*\.xml$/.test(name))
      .map((name) => join(folder, name)),
  );
const reports = [
  ...junitReports.map((file) => () => junit(file)),
  ...["vitest.json"]
    .map((name) => join(results, name))
    .filter(existsSync)
    .map((file) => () => vitest(file)),
  ...["playwright.json"]
    .map((name) => join(results, name))
    .filter(existsSync)
    .map((file) => () => playwright(file)),
];
for (const read of reports) read();

const failedBefore = total.failed;
const withTests = new Set(["web-tests", "java-tests", "java-unit-tests", "browser-tests"]);
for (const line of readFileSync(join(results, "steps"), "utf8").trim().split("\n")) {
  const [name, outcome] = line.split(" ");
  if (outcome === "failed" && !(withTests.has(name) && failedBefore > 0))
    count("failed", `step ${name}`);
  else if (outcome === "ok" && !withTests.has(name)) count("passed", name);
}

for (const name of failures) console.log(`failed: ${name}`);
if (total.skipped > 0) console.log(`skipped: ${total.skipped} (each says why in its own output)`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
