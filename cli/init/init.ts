import { dirname, join } from "node:path";
import { printable } from "../../src/core/text/printable.ts";
import type { CommonFlags } from "../common-options.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { sayNotices } from "../flow/say.ts";
import { pipelineOf } from "./pipeline.ts";
import { type InitPlan, planInit } from "./plan-init.ts";
import type { PlannedFile } from "./planned-file.ts";
import { readRepository, type Repository } from "./repository.ts";
import { writeNewFiles } from "./write-new-files.ts";

const pipelineFile = ".gitlab-ci.yml";

/** `flowproof init`: the files with which a repository begins. What exists is never touched. */
export async function init(flags: CommonFlags, context: CliContext): Promise<ExitCode> {
  const { cwd, stdout } = context;
  const repository = await readRepository(context);
  const plan = await planInit(context);
  const { jobs, includes } = pipelineOf(repository);
  const main = { path: pipelineFile, about: "the pipeline, which includes both", text: includes };
  // GitLab reads a pipeline from the root of the repository only.
  const pipeline = repository.rootAbove === undefined ? [...jobs, main] : [];
  const planned = [...plan.files, ...pipeline];
  const there = await Promise.all(planned.map(({ path }) => exists(path, context)));
  const missing = planned.filter((_, index) => there[index] !== true);
  const kept = planned.filter((_, index) => there[index] === true);
  await writeNewFiles(missing, cwd);
  sayNotices(plan.notices, flags, context);
  const lacksIncludes =
    repository.rootAbove === undefined && (await includesOf(jobs, context)) === false;
  const blocks = [
    missing.length > 0 ? listOf("written", missing) : "nothing to write: every file exists",
    ...(kept.length > 0 ? [listOf("exists and stays as it is", kept)] : []),
    ...(lacksIncludes ? [`to add to ${pipelineFile} by hand\n${indented(includes)}`] : []),
    nextSteps(plan, repository),
  ];
  if (flags.quiet !== true) stdout(`${printable(blocks.join("\n\n"))}\n`);
  return exitCode.ok;
}

/** Whether the pipeline names the files of the jobs; undefined where there is no pipeline. */
async function includesOf(
  jobs: readonly PlannedFile[],
  { cwd, files }: CliContext,
): Promise<boolean | undefined> {
  const text = await files.read(join(cwd, pipelineFile));
  return text === undefined ? undefined : jobs.every(({ path }) => text.includes(path));
}

/** A link that leads nowhere is there as well. */
async function exists(path: string, { cwd, files }: CliContext): Promise<boolean> {
  const names = await files.list(dirname(join(cwd, path)));
  return names.includes(path.slice(path.lastIndexOf("/") + 1));
}

function listOf(title: string, files: readonly PlannedFile[]): string {
  const width = Math.max(...files.map(({ path }) => path.length));
  const lines = files.map(({ path, about }) => `  ${path.padEnd(width)}  ${about}`);
  return [title, ...lines].join("\n");
}

function indented(text: string): string {
  return text.trimEnd().replaceAll(/^/gmu, "  ");
}

function nextSteps({ suite, isDefault }: InitPlan, repository: Repository): string {
  const { rootAbove, install, ignoresReports } = repository;
  const steps = [
    "npx flowproof lint",
    isDefault ? "npx flowproof eval run" : `npx flowproof eval run ${suite}`,
    ...(ignoresReports ? [] : ["add reports/ to .gitignore"]),
    ...(rootAbove === undefined
      ? install === undefined
        ? ["set the CI/CD variable FLOWPROOF_PACKAGE, as the files in .gitlab/ci/ say"]
        : []
      : [`for a pipeline, run init in ${rootAbove}, the root of the repository`]),
  ];
  return ["next", ...steps.map((step) => `  ${step}`)].join("\n");
}
