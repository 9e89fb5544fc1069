// What a first visit transfers: every script and stylesheet, brotli as the server sends them.
// Fails over budget. Reads the manifest of the last build, so that no name is written here.
import { readFile, stat } from "node:fs/promises";

const KB = 1000;
const BUDGET = { lobby: 120 * KB, meeting: 220 * KB };
const LANGUAGES = ["en", "ko"];

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", dist), "utf8"));

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const room = keyOf("src/RoomPage.tsx");

/** Everything a chunk needs at once: itself, its static imports, and their styles. */
function filesOf(key, found = new Set()) {
  const { file, css = [], imports = [] } = manifest[key];
  if (found.has(file)) return found;
  found.add(file);
  for (const style of css) found.add(style);
  for (const imported of imports) filesOf(imported, found);
  return found;
}

async function transferred(file) {
  const path = new URL(file, dist);
  try {
    return (await stat(new URL(`${path}.br`))).size;
  } catch {
    return (await stat(path)).size; // too small to be worth compressing
  }
}

async function total(files) {
  const sizes = await Promise.all([...files].map(transferred));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function keyOf(source) {
  if (!manifest[source]) throw new Error(`${source} is no chunk of its own any more`);
  return source;
}

const languages = await Promise.all(
  LANGUAGES.map((language) => total(filesOf(keyOf(`src/i18n/${language}/index.ts`)))),
);
const first = filesOf(entry);
const lobby = (await total(first)) + Math.max(...languages);
const meeting = await total(without(filesOf(room), first));

function without(files, known) {
  return [...files].filter((file) => !known.has(file));
}

const measured = { lobby, meeting };
for (const [page, size] of Object.entries(measured)) {
  const words = `${(size / KB).toFixed(1)} kB of ${BUDGET[page] / KB} kB`;
  process.stdout.write(`${page.padEnd(8)}${words}\n`);
  if (size > BUDGET[page]) process.exitCode = 1;
}
