import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Dockerfile, DockerfileParser, type From, type Instruction } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { ROOT } from "./repository.ts";

const LABELS = ["title", "description", "licenses", "base.name"].map(
  (name) => `org.opencontainers.image.${name}`,
);
const LOOSE_TAGS = new Set(["latest", "stable", "edge"]);
const ROOT_USERS = /^(root|0)(:|$)/;
const SECRET = /(PASSWORD|SECRET|TOKEN|PRIVATE_KEY)\w*\s*=/i;

/** What is wrong with an image's description: syntax (dockerfile-utils) and the rules of this house. */
export function dockerfileFaults(text: string): string[] {
  const file = DockerfileParser.parse(text);
  return [
    ...validate(text).map((fault) => `line ${fault.range.start.line + 1}: ${messageOf(fault)}`),
    ...baseFaults(file),
    ...copyFaults(file),
    ...shellFaults(file),
    ...finalStageFaults(file),
  ];
}

function messageOf({ message }: ReturnType<typeof validate>[number]): string {
  return typeof message === "string" ? message : message.value;
}

function baseFaults(file: Dockerfile): string[] {
  const stages = new Set<string>();
  return file.getFROMs().flatMap((from: From) => {
    const image = from.getImage() ?? "";
    const isStage = stages.has(image);
    const stage = from.getBuildStage();
    if (stage !== null) stages.add(stage);
    if (isStage || from.getImageDigest() !== null) return [];
    const tag = from.getImageTag();
    return tag === null || LOOSE_TAGS.has(tag) ? [`the base image ${image} names no version`] : [];
  });
}

function copyFaults(file: Dockerfile): string[] {
  const stages = new Set(file.getFROMs().map((from) => from.getBuildStage()));
  const adds = instructions(file, "ADD").map(() => "ADD unpacks and fetches: use COPY");
  const copies = file.getCOPYs().flatMap((copy) => {
    const from = copy.getFlags().find((flag) => flag.getName() === "from");
    if (from) {
      return stages.has(from.getValue()) ? [] : [`COPY from an unknown stage ${from.getValue()}`];
    }
    return copy
      .getArguments()
      .slice(0, -1)
      .map((argument) => argument.getValue())
      .filter((source) => !existsSync(join(ROOT, source)))
      .map((source) => `COPY of ${source}, which is not there`);
  });
  return [...adds, ...copies];
}

function shellFaults(file: Dockerfile): string[] {
  return instructions(file, "RUN").flatMap((run) => {
    const command = run.getArgumentsContent() ?? "";
    if (!command.includes("apt-get install")) return [];
    return [
      ...(command.includes("--no-install-recommends") ? [] : ["apt-get installs recommendations"]),
      ...(command.includes("rm -rf /var/lib/apt/lists") ? [] : ["package lists stay in the image"]),
    ];
  });
}

function finalStageFaults(file: Dockerfile): string[] {
  const all = file.getInstructions();
  const start = all.findLastIndex((instruction) => instruction.getKeyword() === "FROM");
  const stage = all.slice(start);
  const last = (keyword: string) =>
    stage.findLast((instruction) => instruction.getKeyword() === keyword)?.getArgumentsContent();
  const user = last("USER") ?? "root";
  const labels = last("LABEL") ?? "";
  return [
    ...(ROOT_USERS.test(user) ? ["runs as root"] : []),
    ...(last("HEALTHCHECK") ? [] : ["has no HEALTHCHECK"]),
    ...(last("ENTRYPOINT")?.startsWith("[")
      ? []
      : ["needs an ENTRYPOINT in exec form, which gets the signals"]),
    ...LABELS.filter((label) => !labels.includes(`${label}=`)).map(
      (label) => `has no label ${label}`,
    ),
    ...[...instructions(file, "ENV"), ...instructions(file, "ARG")]
      .map((instruction) => instruction.getArgumentsContent() ?? "")
      .filter((content) => SECRET.test(content))
      .map((content) => `holds a secret for everybody who pulls it: ${content}`),
  ];
}

function instructions(file: Dockerfile, keyword: string): Instruction[] {
  return file.getInstructions().filter((instruction) => instruction.getKeyword() === keyword);
}
