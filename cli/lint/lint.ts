import { resolve } from "node:path";
import { type Config, loadConfig } from "../../src/config/index.ts";
import { AppError, throwAll } from "../../src/core/errors/app-error.ts";
import {
  type LintReport,
  type LintReporter,
  lintFiles,
  lintReporters,
  type LintSource,
} from "../../src/lint/index.ts";
import { writeAtomic } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { sayNotices } from "../flow/say.ts";
import { ensureOutputFolders, type Output, parseOutputs, reporterNamed } from "../outputs.ts";
import { knowledgeOf } from "./knowledge-of.ts";
import type { LintFlags } from "./lint-flags.ts";
import { readFlows, readStdinFlow } from "./read-flows.ts";
import { readOnly } from "./read-only-flag.ts";
import { rulePages } from "./rule-pages.ts";
import { selectFlows } from "./select-flows.ts";

/** `flowproof lint`: flow configs in, findings and an exit code out. */
export async function lint(
  paths: readonly string[],
  flags: LintFlags,
  context: CliContext,
): Promise<ExitCode> {
  // Everything that can be wrong with the command line is said before anything is read.
  const outputs = parseOutputs(flags.output ?? [], lintReporters);
  const reporter = reporterNamed(flags.format, lintReporters);
  const only = readOnly(flags.only);
  checkStdin(paths, flags);
  const { cwd, files, signal } = context;
  const config = await loadConfig(cwd, files);
  const selection = await selectFlows(paths, config, context);
  throwAll(selection.errors);
  sayNotices([...selection.notices, ...configNotices(config)], flags, context);
  await ensureOutputFolders(outputs, cwd);
  const errors: AppError[] = [];
  const sources = sourcesOf(selection.paths, { paths, flags, context, errors });
  const knowledge = await knowledgeOf(config, context);
  const report = await lintFiles(sources, {
    only,
    knowledge,
    mcpTools: config.lint.mcpTools,
  });
  if (signal.aborted) return exitCode.interrupted;
  throwAll(errors);
  await write(report, { reporter, outputs, flags, context });
  return sayExit(report, flags, context);
}

function checkStdin(paths: readonly string[], { stdinFilename }: LintFlags): void {
  if (stdinFilename === undefined || paths.includes("-")) return;
  throw new AppError("CLI_USAGE", "--stdin-filename names standard input, which is not linted", {
    hint: "add - to the paths to read it",
  });
}

/** What flowproof.yml says and nothing does yet shall not be taken for done. */
function configNotices({ lint: { rules } }: Config): readonly string[] {
  const isSet = Object.keys(rules).length > 0;
  return isSet ? ["`lint.rules` in flowproof.yml is not applied in this version"] : [];
}

interface SourcesSetting {
  readonly paths: readonly string[];
  readonly flags: LintFlags;
  readonly context: CliContext;
  readonly errors: AppError[];
}

async function* sourcesOf(
  selected: readonly string[],
  { paths, flags, context, errors }: SourcesSetting,
): AsyncGenerator<LintSource> {
  if (paths.includes("-")) yield await readStdinFlow(context, flags.stdinFilename);
  yield* readFlows(selected, { context, onError: (error) => void errors.push(error) });
}

interface WriteSetting {
  readonly reporter: LintReporter;
  readonly outputs: readonly Output<LintReporter>[];
  readonly flags: LintFlags;
  readonly context: CliContext;
}

const plainColumns = 80;

async function write(report: LintReport, setting: WriteSetting): Promise<void> {
  const { reporter, outputs, flags, context } = setting;
  const color = context.terminal.color.stdout;
  const options = { color: false, verbose: flags.verbose === true, columns: plainColumns };
  context.stdout(
    reporter.format(
      report,
      // What is not for a terminal shall not depend on one.
      color
        ? { ...options, color, columns: columnsOf(context), pageOf: await rulePages(context) }
        : options,
    ),
  );
  for (const output of outputs) {
    await writeAtomic(resolve(context.cwd, output.file), output.reporter.format(report, options));
  }
}

/** Neither so narrow that words stand alone, nor so wide that lines are hard to read. */
function columnsOf({ terminal }: CliContext): number {
  return Math.min(Math.max(terminal.columns, 40), 120);
}

/** The reason in one line on standard error, for whoever only sees the code. */
function sayExit({ counts }: LintReport, flags: LintFlags, { stderr }: CliContext): ExitCode {
  if (counts.error === 0) return exitCode.ok;
  if (flags.quiet !== true) stderr("exit 1: errors were found\n");
  return exitCode.findings;
}
