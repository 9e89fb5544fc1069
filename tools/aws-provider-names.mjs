// node tools/aws-provider-names.mjs FOLDER: writes deploy/checks/aws-provider.json, the names that the AWS provider knows for
// what deploy/terraform uses. FOLDER holds the npm package @cdktf/provider-aws, which carries them as TypeScript and
// is too large (390 MB) to be fetched for every test.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("which folder holds @cdktf/provider-aws?");

/** Every resource and data source of deploy/terraform, as `aws_vpc` or `data.aws_vpc`. */
function usedTypes() {
  const files = readdirSync("deploy/terraform").filter((name) => name.endsWith(".tf"));
  const text = files.map((name) => readFileSync(join("deploy/terraform", name), "utf8")).join("\n");
  const found = [...text.matchAll(/^(resource|data) "(aws_[a-z0-9_]+)"/gm)];
  const types = found.map(([, kind, type]) => (kind === "data" ? `data.${type}` : type));
  return [...new Set(types)].toSorted((one, other) => (one < other ? -1 : 1));
}

function declarationsOf(type) {
  const name = type.replace("data.", "data_").replace(/^aws_/, "").replaceAll("_", "-");
  const library = join(folder, "lib", name);
  return readdirSync(library)
    .filter((file) => file.endsWith(".d.ts"))
    .map((file) => readFileSync(join(library, file), "utf8"))
    .join("\n");
}

/** The interfaces of a file by name, each with what stands between its braces. */
function interfacesIn(text) {
  const found = text.matchAll(/^export interface (\w+)[^{]*\{\n(.*?)^\}/gms);
  return new Map([...found].map(([, name, body]) => [name, body]));
}

function block(name, interfaces) {
  const members = interfaces.get(name).matchAll(/#(\w+) \w+#\w+\}.*?readonly \w+(\??): ([^\n]+)/gs);
  const names = { required: [], optional: [], blocks: {} };
  for (const [, member, mark, type] of members) {
    (mark === "" ? names.required : names.optional).push(member);
    const inner = [...type.matchAll(/\w+/g)].find(([word]) => interfaces.has(word));
    if (inner !== undefined) names.blocks[member] = block(inner[0], interfaces);
  }
  return names;
}

function namesOf(type) {
  const text = declarationsOf(type);
  const [, configuration] = /^export interface (\w+) extends cdktf\.TerraformMetaArguments/m.exec(
    text,
  );
  const resource = text.slice(
    text.indexOf("extends cdktf.Terraform", text.indexOf("export declare class")),
  );
  const own = resource.slice(resource.search(/tfResourceType/));
  const computed = [...own.matchAll(/^ {4}get (\w+)\(\)/gm)]
    .map(([, getter]) => getter.replace(/([a-z])([A-Z0-9])/g, "$1_$2").toLowerCase())
    .filter((getter) => !getter.endsWith("_input"));
  const names = block(configuration, interfacesIn(text));
  const settable = new Set([...names.required, ...names.optional]);
  return { ...names, computed: computed.filter((name) => !settable.has(name)) };
}

const [, version] = /providers\/hashicorp\/aws\/([\d.]+)\//.exec(declarationsOf("aws_vpc"));
const lines = usedTypes().map(
  (type) => `${JSON.stringify(type)}: ${JSON.stringify(namesOf(type))}`,
);
writeFileSync(
  "deploy/checks/aws-provider.json",
  `{ "version": "${version}", "types": {\n${lines.join(",\n")}\n}}\n`,
);
