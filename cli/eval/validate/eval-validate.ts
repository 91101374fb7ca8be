import { resolve } from "node:path";
import { loadConfig } from "../../../src/config/index.ts";
import { AppError } from "../../../src/core/errors/app-error.ts";
import { suiteRuleProblems, validateSuites, withSuiteSeverities } from "../../../src/eval/index.ts";
import type { LintReport, LintReporter } from "../../../src/lint/index.ts";
import { writeAtomic } from "../../../src/platform/index.ts";
import type { CliContext } from "../../context.ts";
import { type ExitCode, exitCode } from "../../exit-code.ts";
import { repositoryPaths } from "../../lint/repository-paths.ts";
import { readMaxWarnings } from "../../lint/settings/read-max-warnings.ts";
import { sayExit } from "../../lint/settings/say-exit.ts";
import { ensureOutputFolders, parseOutputs, reporterNamed } from "../../outputs.ts";
import { loadOptions } from "../load-options.ts";
import { firstFindings, maxReported, maxShown } from "./first-findings.ts";
import { suiteReport } from "./suite-report.ts";
import { suiteReporters } from "./suite-reporters.ts";
import type { EvalValidateFlags } from "./validate-flags.ts";

const plainColumns = 80;

/** `flowproof eval validate`: what is wrong with suites, without a model. */
export async function evalValidate(
  paths: readonly string[],
  flags: EvalValidateFlags,
  context: CliContext,
): Promise<ExitCode> {
  // Everything that can be wrong with the command line is said before anything is read.
  const outputs = parseOutputs(flags.output ?? [], suiteReporters);
  const reporter = reporterNamed(flags.format, suiteReporters);
  const given = readMaxWarnings(flags.maxWarnings);
  const config = await loadConfig(context.cwd, context.files, ({ validate }) =>
    suiteRuleProblems(validate?.rules ?? {}),
  );
  const selected = paths.length > 0 ? paths : (config.suites ?? []);
  if (selected.length === 0) {
    throw new AppError("CLI_USAGE", "no suite is named", {
      hint: "name files or folders, or list them under `suites` in flowproof.yml",
    });
  }
  await ensureOutputFolders(outputs, context.cwd);
  const options = await loadOptions({ config, context });
  const validated = await validateSuites(selected, { ...options, now: context.clock.now() });
  const report = suiteReport(withSuiteSeverities(validated, config.validate.rules));
  if (context.signal.aborted) return exitCode.interrupted;
  const print = printer(report, flags, context);
  context.stdout(print(reporter, context.terminal.color.stdout));
  for (const { file, reporter: other } of outputs) {
    await writeAtomic(resolve(context.cwd, file), print(other, false));
  }
  const { stderr } = context;
  const maxWarnings = given ?? config.validate.maxWarnings;
  return sayExit(report.counts, { maxWarnings, quiet: flags.quiet === true, stderr });
}

function printer(
  report: LintReport,
  flags: EvalValidateFlags,
  context: CliContext,
): (reporter: LintReporter, color: boolean) => string {
  const { terminal, versions } = context;
  return (reporter, color) => {
    const isForPeople = reporter.id === "pretty";
    const first = firstFindings(report, isForPeople ? maxShown : maxReported);
    const text = reporter.format(first.report, {
      color,
      verbose: flags.verbose === true,
      // What is not for a terminal shall not depend on one.
      columns: color ? Math.min(Math.max(terminal.columns, 40), 120) : plainColumns,
      version: versions.flowproof,
      repositoryPath: repositoryPaths(context),
    });
    if (first.more === 0) return text;
    const more = `and ${first.more} more`;
    if (isForPeople) return `${text}${more}: repair these first, or see --format json\n`;
    context.stderr(
      `note: ${maxReported} findings are reported as ${reporter.id}, ${more} are not\n`,
    );
    return text;
  };
}
