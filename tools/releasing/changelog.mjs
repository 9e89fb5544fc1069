// The changelog at a release. Pure.

const UNRELEASED = "## Unreleased";

/**
 * What has changed since the last release.
 *
 * @param {string} changelog the whole file
 * @param {string} heading of the section, `## Unreleased` or `## 1.2.3 - 2026-11-23`
 * @returns {string} the section without its heading; empty when it is not there or says nothing
 */
export function section(changelog, heading = UNRELEASED) {
  const lines = changelog.split("\n");
  const start = lines.indexOf(heading);
  if (start < 0) return "";
  const end = lines.findIndex((line, index) => index > start && line.startsWith("## "));
  return lines
    .slice(start + 1, end < 0 ? undefined : end)
    .join("\n")
    .trim();
}

/**
 * @param {string} version
 * @param {string} date as `2026-11-23`
 */
export function headingOf(version, date) {
  return `## ${version} - ${date}`;
}

/**
 * The changelog after a release: what was unreleased stands under the version, and nothing is unreleased.
 *
 * @param {string} changelog
 * @param {string} heading of the new section
 * @throws {Error} when there is nothing to release
 */
export function released(changelog, heading) {
  if (section(changelog) === "")
    throw new Error(`CHANGELOG.md says nothing under "${UNRELEASED}".`);
  return changelog.replace(UNRELEASED, () => `${UNRELEASED}\n\n${heading}`);
}
