import { at, entries, list, names, text, walk } from "./tree.ts";

/** A saved object: what Kibana exports as one line. */
type SavedObject = unknown;

/** The objects of an NDJSON file. */
export function savedObjects(ndjson: string): SavedObject[] {
  return ndjson
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}

const PARSED_INSIDE = /(JSON|visState)$/;

/** The attributes of an object, with those that are JSON in a string parsed. */
export function attributes(object: SavedObject): unknown {
  return parsedInside(at(object, "attributes"));
}

function parsedInside(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    entries(value).map(([name, inner]) => [
      name,
      PARSED_INSIDE.test(name) ? (JSON.parse(text(inner)) as unknown) : parsedInside(inner),
    ]),
  );
}

/** What does not hold together: ids that stand twice, references to nothing, places that name no reference. */
export function coherenceFaults(objects: readonly SavedObject[]): string[] {
  const keys = objects.map(key);
  const twice = keys.filter((each, index) => keys.indexOf(each) !== index);
  return [
    ...twice.map((each) => `${each} stands twice`),
    ...objects.flatMap((object) => referenceFaults(object, new Set(keys))),
  ];
}

function key(object: SavedObject): string {
  return `${text(at(object, "type"))} ${text(at(object, "id"))}`;
}

function referenceFaults(object: SavedObject, there: ReadonlySet<string>): string[] {
  const references = list(at(object, "references"));
  const named = new Set(references.map((reference) => text(at(reference, "name"))));
  const used = new Set(placesIn(attributes(object)));
  return [
    ...references.map(key).filter((each) => !there.has(each)),
    ...[...used].filter((name) => !named.has(name)),
    ...[...named].filter((name) => !used.has(name)),
  ].map((each) => `${key(object)}: no match for ${each}`);
}

/** The names of references that an object's attributes use. */
function placesIn(value: unknown): string[] {
  return [...walk(value)].flatMap(([, inner]) => {
    const index = at(inner, "indexRefName");
    const panel = at(inner, "panelRefName");
    return [
      ...(index === undefined ? [] : [text(index)]),
      ...(panel === undefined ? [] : [`${text(at(inner, "panelIndex"))}:${text(panel)}`]),
    ];
  });
}

/** A use of a field, and whether it adds up or sorts by it, which needs doc values. */
interface FieldUse {
  readonly field: string;
  readonly counts: boolean;
}

/** Every field that an object reads. */
export function fieldsOf(object: SavedObject): FieldUse[] {
  const inside = attributes(object);
  return [
    ...list(at(inside, "visState", "aggs")).map((each) => counted(at(each, "params", "field"))),
    ...list(at(inside, "sort")).map((each) => counted(at(each, 0))),
    counted(at(inside, "timeFieldName")),
    ...list(at(inside, "columns")).map((each) => ({ field: text(each), counts: false })),
    ...fieldsOfQuery(
      text(at(inside, "kibanaSavedObjectMeta", "searchSourceJSON", "query", "query")),
    ),
  ].filter((use) => use.field !== "");
}

function counted(field: unknown): FieldUse {
  return { field: text(field), counts: true };
}

/** Fields of a query in KQL: what stands before a colon. */
function fieldsOfQuery(query: string): FieldUse[] {
  return [...query.matchAll(/([\w@.]+)\s*:/g)].map((match) => counted(match[1]));
}

/** Uses that a mapping does not carry. */
export function mappingFaults(objects: readonly SavedObject[], mapping: unknown): string[] {
  const mapped = new Set(names(mapping));
  return objects.flatMap((object) =>
    fieldsOf(object)
      .filter(({ field, counts }) => {
        const cannotCount = counts && at(mapping, field, "doc_values") === false;
        return !mapped.has(field) || cannotCount;
      })
      .map(({ field }) => `${key(object)}: ${field}`),
  );
}
