// Where the version stands. Pure.

const VERSION = /^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$/;

/** Whether that is a version as semver.org has it, without build metadata. */
export function isVersion(text) {
  return VERSION.test(text);
}

/**
 * A pom with another version: the first one of the file, which is its own or its parent's. Modules take their parent's.
 *
 * @param {string} pom
 * @param {string} version
 */
export function pomWith(pom, version) {
  return pom.replace(/<version>[^<]*<\/version>/, `<version>${version}</version>`);
}

/**
 * A package.json or package-lock.json in which everything of this repository has another version.
 *
 * @param {string} json
 * @param {string} version
 */
export function packageWith(json, version) {
  const content = JSON.parse(json, (key, value) =>
    // Exactly these: what the workspaces ask of each other, and nothing that comes from a registry.
    key.startsWith("@eyestalk/") && typeof value === "string" ? version : value,
  );
  if ("version" in content) content.version = version;
  for (const [path, entry] of Object.entries(content.packages ?? {})) {
    if (!path.includes("node_modules/") && "version" in entry) entry.version = version;
  }
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
