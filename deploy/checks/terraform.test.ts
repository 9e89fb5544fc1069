import { expect, test } from "vitest";
import { filesMatching, read } from "./repository.ts";
import { PROVIDER_VERSION } from "./terraform-names.ts";
import { isFormatted, moduleFaults } from "./terraform.ts";

const files = filesMatching(/^deploy\/terraform\/.*\.tf$/);
const own = new Map(files.map((path) => [path, read(path)] as const));

const SOUND = `variable "zone" {
  type = string
}

locals {
  ports = { web = 443 }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "main" {
  for_each = local.ports

  vpc_id            = aws_vpc.main.id
  availability_zone = "\${var.zone}a"
}

resource "aws_db_subnet_group" "main" {
  subnet_ids = [for subnet in aws_subnet.main : subnet.id]
}

resource "aws_default_security_group" "main" {
  vpc_id = aws_subnet.main["web"].vpc_id
}

data "aws_iam_policy_document" "main" {
  statement {
    actions   = ["sts:AssumeRole"]
    resources = [aws_vpc.main.arn]
  }
}
`;

const faultsOf = (source: string) => moduleFaults(new Map([["main.tf", source]]));

test("the module holds together and names only what the provider knows", async () => {
  expect(files.length).toBeGreaterThan(10);
  expect(await moduleFaults(own)).toEqual([]);
});

test("the names are those of the version the module asks for", () => {
  expect(read("deploy/terraform/versions.tf")).toContain(
    `"~> ${PROVIDER_VERSION.replace(/\.\d+$/, "")}"`,
  );
});

test.each(files)("terraform fmt would leave %s alone", async (path) => {
  expect(await isFormatted(read(path))).toBe(true);
});

test("every variable of the example exists, and none without default is left out", () => {
  const variables = new Map(
    [...read("deploy/terraform/variables.tf").matchAll(/^variable "(\w+)" \{\n(.*?)^\}/gms)].map(
      ([, name, body]) => [name, body],
    ),
  );
  const set = [...read("deploy/terraform/terraform.tfvars.example").matchAll(/^(\w+) +=/gm)].map(
    ([, name]) => name,
  );

  expect(set.filter((name) => !variables.has(name))).toEqual([]);
  const needed = [...variables].filter(([, body]) => !/^ +default +=/m.test(body ?? ""));
  expect(needed.map(([name]) => name).filter((name) => !set.includes(name))).toEqual([]);
});

test("the network is that of 2022", () => {
  const network = read("deploy/terraform/network.tf");

  const blocks = [...network.matchAll(/"(10\.2\.[\d./]+)"/g)].map(([, block]) => block);

  expect(blocks).toEqual([
    "10.2.1.0/24",
    "10.2.2.0/24",
    "10.2.3.0/24",
    "10.2.4.0/24",
    "10.2.16.0/22",
    "10.2.20.0/22",
    "10.2.24.0/22",
    "10.2.28.0/22",
    "10.2.0.0/16",
  ]);
});

test("a sound module has no fault", async () => {
  expect(await faultsOf(SOUND)).toEqual([]);
  expect(await isFormatted(SOUND)).toBe(true);
});

test.each([
  ["a brace that is missing", SOUND.slice(0, -2)],
  ["a variable that is not there", SOUND.replace("var.zone", "var.zon")],
  ["a local value that is not there", SOUND.replace("local.ports", "local.port")],
  ["a resource that is not there", SOUND.replace("= aws_vpc.main.id", "= aws_vpc.min.id")],
  ["a data source that is not there", SOUND.replace("aws_vpc.main.arn", "data.aws_vpc.a.arn")],
  ["an attribute that does not exist", SOUND.replace("aws_vpc.main.arn", "aws_vpc.main.an")],
  ["an argument that does not exist", SOUND.replace("cidr_block", "cidr_blok")],
  ["an argument inside that does not exist", SOUND.replace("actions  ", "action  ")],
  ["an argument that is missing", SOUND.replace("vpc_id            = aws_vpc.main.id", "")],
  ["a type that does not exist", SOUND.replaceAll("aws_vpc", "aws_vcp")],
  ["a variable nobody uses", SOUND.replace("${var.zone}a", "a")],
  ["a circle", SOUND.replace('"10.0.0.0/16"', "aws_db_subnet_group.main.arn")],
])("finds %s", async (_, source) => {
  expect(await faultsOf(source)).not.toEqual([]);
});

test("finds what is not formatted", async () => {
  expect(await isFormatted(SOUND.replace("  type = string", "    type=string"))).toBe(false);
});
