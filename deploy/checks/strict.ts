import { type Document, parseAllDocuments } from "yaml";

/** Every document of a YAML text; YAML 1.2 with merge keys (`<<`), a key that stands twice in a mapping or an unknown tag is a fault. */
function yamlDocuments(text: string): Document.Parsed[] {
  const documents = parseAllDocuments(text, { strict: true, uniqueKeys: true, merge: true });
  return Array.isArray(documents) ? documents : [];
}

/** What a strict YAML parser has against a text. */
export function yamlFaults(text: string): string[] {
  return yamlDocuments(text).flatMap((document) =>
    [...document.errors, ...document.warnings].map((fault) => fault.message.split("\n")[0] ?? ""),
  );
}

/** What a strict JSON parser has against a text, names that stand twice in an object included (RFC 8259, section 4). */
export function jsonFaults(text: string): string[] {
  try {
    JSON.parse(text);
  } catch (fault) {
    return [fault instanceof Error ? fault.message : String(fault)];
  }
  // JSON that parses is YAML, and that parser sees every key.
  return yamlFaults(text);
}

/** The documents of a YAML text as JSON would have them, without those that are empty. */
export function yamlValues(text: string): unknown[] {
  return yamlDocuments(text)
    .map((document): unknown => document.toJS())
    .filter((value) => value !== null);
}
