import { resolve } from "node:path";
import { type Config, loadConfig } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { printable } from "../../src/core/text/printable.ts";
import {
  estimateRun,
  loadSuites,
  type LoadSuitesOptions,
  planRun,
  type RunPlan,
} from "../../src/eval/index.ts";
import { writeAtomic } from "../../src/platform/index.ts";
import { type RunRecord, exitCodeOf } from "../../src/record/index.ts";
import { runReporters } from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import { exitCode } from "../exit-code.ts";
import { ensureOutputFolders, parseOutputs, reporterNamed } from "../outputs.ts";
import { openToolCatalog } from "../tools-folder.ts";
import { estimateText } from "./estimate-text.ts";
import type { EvalRunFlags } from "./eval-run-flags.ts";
import { createModels } from "./models.ts";
import { pricesOf } from "./prices-of.ts";
import { runPlan } from "./run-plan.ts";

/** `flowproof eval run`: suites in, reports and an exit code out. */
export async function evalRun(
  paths: readonly string[],
  flags: EvalRunFlags,
  context: CliContext,
): Promise<ExitCode> {
  // Everything that can be wrong with the command line is said before anything is read or asked.
  const outputs = parseOutputs(flags.output ?? [], runReporters);
  const reporter = reporterNamed(flags.format, runReporters);
  const config = await loadConfig(context.cwd, context.files);
  const plan = await planOf(paths, { flags, config, context });
  if (flags.quiet !== true) {
    for (const notice of plan.notices) context.stderr(`note: ${printable(notice)}\n`);
  }
  if (flags.dryRun === true) return dryRun(plan, { flags, config, context });
  await ensureOutputFolders(outputs, context.cwd);
  const record = await runPlan(plan, { flags, config, context });
  const options = { color: context.terminal.color.stdout, verbose: flags.verbose === true };
  context.stdout(reporter.format(record, options));
  for (const output of outputs) {
    const text = output.reporter.format(record, { color: false, verbose: true });
    await writeAtomic(resolve(context.cwd, output.file), text);
  }
  return sayExit(record, flags, context);
}

interface Setting {
  readonly flags: EvalRunFlags;
  readonly config: Config;
  readonly context: CliContext;
}

async function planOf(paths: readonly string[], setting: Setting): Promise<RunPlan> {
  const { flags, config, context } = setting;
  const selected = paths.length > 0 ? paths : (config.suites ?? []);
  if (selected.length === 0) {
    throw new AppError("CLI_USAGE", "no suite is named", {
      hint: "name files or folders, or list them under `suites` in flowproof.yml",
    });
  }
  const suites = await loadSuites(selected, {
    files: context.files,
    cwd: context.cwd,
    ...registryFolders(config, context.cwd),
    toolCatalog: await openToolCatalog(config, context),
    context: config.context,
    limits: config.limits.trial,
  });
  return planRun(suites, {
    models: {
      flags: {
        model: flags.model ?? flags.executionModel,
        judgeModel: flags.judgeModel ?? flags.validationModel,
        script: flags.script,
      },
      env: {
        EXECUTION_MODEL: context.env["EXECUTION_MODEL"],
        VALIDATION_MODEL: context.env["VALIDATION_MODEL"],
      },
      config: { model: config.models.agent, judgeModel: config.models.judge },
    },
    seed: flags.seed,
    concurrency: flags.concurrency ?? config.limits.concurrency,
  });
}

type RegistryFolders = Pick<
  LoadSuitesOptions,
  "flowFolders" | "promptFolders" | "responseSchemaFolders"
>;

/** The folders of `flowproof.yml`, from the working directory. */
function registryFolders({ registries }: Config, cwd: string): RegistryFolders {
  const { flows, prompts, responseSchemas } = registries;
  const absolute = (folders: readonly string[]) => folders.map((folder) => resolve(cwd, folder));
  return {
    flowFolders: absolute(flows),
    promptFolders: absolute(prompts === undefined ? [] : [prompts]),
    responseSchemaFolders: absolute(responseSchemas === undefined ? [] : [responseSchemas]),
  };
}

async function dryRun(plan: RunPlan, { flags, config, context }: Setting): Promise<ExitCode> {
  const estimate = await estimateRun(plan, {
    clock: context.clock,
    createModel: createModels({ flags, context, concurrency: plan.concurrency }),
    prices: pricesOf(config),
    signal: context.signal,
  });
  context.stdout(
    flags.format === "json"
      ? `${JSON.stringify({ schemaVersion: 1, ...estimate }, undefined, 2)}\n`
      : estimateText(plan, estimate),
  );
  return exitCode.ok;
}

const reasons: Readonly<Record<number, string>> = {
  1: "a case failed",
  2: "a suite is wrong at run time",
  3: "cannot tell: the provider or the judge failed too often",
  4: "a limit stopped the run; what was done is kept",
  130: "interrupted; what was done is kept",
};

/** The reason in one line on standard error, for whoever only sees the code. */
function sayExit(record: RunRecord, flags: EvalRunFlags, { stderr }: CliContext): ExitCode {
  const code = exitCodeOf(record);
  const reason = reasons[code];
  if (reason !== undefined && flags.quiet !== true) stderr(`exit ${code}: ${reason}\n`);
  return code;
}
