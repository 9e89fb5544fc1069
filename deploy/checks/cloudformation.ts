import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import { yamlValues } from "./strict.ts";
import { at, entries, list, names, text, walk } from "./tree.ts";

const PSEUDO_PARAMETERS = new Set([
  "AWS::AccountId",
  "AWS::Partition",
  "AWS::Region",
  "AWS::StackName",
]);

const specification = loadAwsServiceSpecSync();

/** What AWS's own specification, or the template itself, has against a CloudFormation template in long form. */
export function templateFaults(source: string): string[] {
  const template = yamlValues(source)[0];
  return [
    ...entries(at(template, "Resources")).flatMap(([name, resource]) =>
      resourceFaults(resource).map((fault) => `${name}: ${fault}`),
    ),
    ...referenceFaults(template),
  ];
}

const typeOf = (name: string) =>
  [...specification.lookup("resource", "cloudFormationType", "equals", name)][0];

function resourceFaults(resource: unknown): string[] {
  const type = typeOf(text(at(resource, "Type")));
  if (!type) return [`is of a type AWS does not know: ${text(at(resource, "Type"))}`];
  return propertyFaults(at(resource, "Properties"), type.properties);
}

type Properties = NonNullable<ReturnType<typeof typeOf>>["properties"];

/** Names and required ones, level by level; what a function computes is left to AWS. */
function propertyFaults(value: unknown, properties: Properties): string[] {
  if (names(value).some((name) => name === "Ref" || name.startsWith("Fn::"))) return [];
  return [
    ...Object.entries(properties)
      .filter(([name, property]) => property.required && at(value, name) === undefined)
      .map(([name]) => `needs ${name}`),
    ...entries(value).flatMap(([name, inner]) => {
      const property = properties[name];
      if (!property) return [`has no property ${name}`];
      const { type } = property;
      if (type.type === "ref") return partFaults(inner, type.reference.$ref);
      if (type.type === "array" && type.element.type === "ref") {
        const { $ref } = type.element.reference;
        return list(inner).flatMap((item) => partFaults(item, $ref));
      }
      return [];
    }),
  ];
}

const partFaults = (value: unknown, id: string) =>
  propertyFaults(value, specification.get("typeDefinition", id).properties);

function referenceFaults(template: unknown): string[] {
  const resources = at(template, "Resources");
  const parameters = names(at(template, "Parameters"));
  const known = new Set([...parameters, ...names(resources), ...PSEUDO_PARAMETERS]);
  const used = new Set<string>();
  const faults: string[] = [];
  for (const [path, value] of walk(template)) {
    const called = path.at(-1);
    const referred =
      called === "Ref" || (called === "DependsOn" && typeof value === "string")
        ? [text(value)]
        : called === "Fn::Sub"
          ? [...text(value).matchAll(/\$\{([^}]+)\}/g)].map((match) => match[1] ?? "")
          : called === "Fn::GetAtt"
            ? [text(at(value, 0))]
            : [];
    for (const name of referred) {
      used.add(name);
      if (!known.has(name)) faults.push(`refers to ${name}, which is not there`);
    }
    if (called === "Fn::GetAtt") {
      const type = typeOf(text(at(resources, text(at(value, 0)), "Type")));
      const attribute = text(at(value, 1));
      if (type && !(attribute in type.attributes))
        faults.push(`asks for an attribute AWS does not give: ${attribute}`);
    }
  }
  return [
    ...faults,
    ...parameters
      .filter((name) => !used.has(name))
      .map((name) => `uses its parameter ${name} nowhere`),
  ];
}
