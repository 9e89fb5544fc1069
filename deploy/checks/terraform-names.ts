import { read } from "./repository.ts";
import { at, entries, list, names, text } from "./tree.ts";

/** Names that a block of Terraform may hold, as the AWS provider knows them; written by tools/aws-provider-names.mjs. */
const provider: unknown = JSON.parse(read("deploy/checks/aws-provider.json"));

/** What Terraform itself takes in every resource. */
const META = new Set(["count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"]);

/** The version of the provider whose names are known. */
export const PROVIDER_VERSION = text(at(provider, "version"));

const typeOf = (type: string) => at(provider, "types", type);

/**
 * What the provider has against the body of a resource or data source, level by level. Types of other providers are not
 * judged.
 *
 * @param type `aws_vpc`, or `data.aws_vpc`
 */
export function bodyFaults(type: string, body: unknown): string[] {
  if (!/^(data\.)?aws_/.test(type)) return [];
  const known = typeOf(type);
  if (known === undefined) return ["is of a type the provider's names lack"];
  return blockFaults(Object.fromEntries(entries(body).filter(([name]) => !META.has(name))), known);
}

function blockFaults(body: unknown, known: unknown): string[] {
  const dynamic = names(at(body, "dynamic"));
  const given = new Set([...names(body), ...dynamic]);
  const allowed = new Set([...list(at(known, "required")), ...list(at(known, "optional"))]);
  return [
    ...list(at(known, "required"))
      .map(text)
      .filter((name) => !given.has(name))
      .map((name) => `needs ${name}`),
    ...[...given]
      .filter((name) => name !== "dynamic" && !allowed.has(name))
      .map((name) => `has no argument ${name}`),
    ...entries(at(known, "blocks")).flatMap(([name, inner]) => [
      ...list(at(body, name)).flatMap((block) => blockFaults(block, inner)),
      ...list(at(body, "dynamic", name)).flatMap((block) =>
        list(at(block, "content")).flatMap((content) => blockFaults(content, inner)),
      ),
    ]),
  ];
}

/** Whether a resource or data source of this type can be asked for that attribute; unknown types can. */
export function hasAttribute(type: string, attribute: string): boolean {
  const known = typeOf(type);
  if (known === undefined) return true;
  return ["required", "optional", "computed"].some((kind) =>
    list(at(known, kind)).includes(attribute),
  );
}
