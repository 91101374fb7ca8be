import { resolve } from "node:path";
import { loadConfig } from "../../src/config/index.ts";
import { AppError, throwAll } from "../../src/core/errors/app-error.ts";
import {
  type LintReport,
  type LintReporter,
  lintFiles,
  lintReporters,
  type LintSource,
  readSeverities,
  ruleNameProblems,
} from "../../src/lint/index.ts";
import { writeAtomic } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { sayNotices } from "../flow/say.ts";
import { ensureOutputFolders, type Output, parseOutputs, reporterNamed } from "../outputs.ts";
import { compareSelection } from "./changed/compare-selection.ts";
import { definitionSources } from "./definitions/definition-sources.ts";
import { loadDefinitions } from "./definitions/load-definitions.ts";
import { selectLinted } from "./definitions/select-linted.ts";
import { checkFixFlags } from "./fix/check-fix-flags.ts";
import { createFixer } from "./fix/lint-fixer.ts";
import { knowledgeOf } from "./knowledge-of.ts";
import type { LintFlags } from "./lint-flags.ts";
import { promptSources } from "./prompts/prompt-sources.ts";
import { readFlows, readStdinFlow } from "./read-flows.ts";
import { readOnly } from "./read-only-flag.ts";
import { repositoryPaths } from "./repository-paths.ts";
import { rulePages } from "./rule-pages.ts";
import { isNothing } from "./select-flows.ts";
import { readMaxWarnings } from "./settings/read-max-warnings.ts";
import { rulesText } from "./settings/rules-text.ts";
import { sayExit } from "./settings/say-exit.ts";
import { sourcesInTurn } from "./sources-in-turn.ts";

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
  const maxWarnings = readMaxWarnings(flags.maxWarnings);
  checkStdin(paths, flags);
  checkFixFlags(paths, flags);
  const { cwd, files, signal } = context;
  const config = await loadConfig(cwd, files, (file) => ruleNameProblems(file.lint?.rules ?? {}));
  const severities = readSeverities(config.lint.rules, flags.rule);
  if (flags.listRules === true) {
    context.stdout(rulesText(severities, flags.format, only));
    return exitCode.ok;
  }
  const { flows, definitions } = await selectLinted(paths, flags.definitions, { config, context });
  const compare = { paths, flags, config, context, definitions };
  const compared = await compareSelection(flows.paths, compare);
  // Of one path that led to flows at the base and leads to nothing now, the flows that are gone are told.
  const isExplained = compared.hasDeleted && paths.length < 2;
  throwAll(flows.errors.filter((error) => !isExplained || !isNothing(error)));
  sayNotices([...flows.notices, ...compared.notices], flags, context);
  await ensureOutputFolders(outputs, cwd);
  const errors: AppError[] = [];
  const sources = sourcesOf(compared.paths, { paths, flags, context, errors });
  const knowledge = await knowledgeOf(config, context);
  const { mcpTools, outOfScope } = config.lint;
  const knows = only?.includes("policy") !== false || definitions.named.length > 0;
  const loading = { config, context, knowledge };
  const known = knows ? await loadDefinitions(definitions.known, loading) : undefined;
  if (signal.aborted) return exitCode.interrupted;
  const options = { only, severities, knowledge, mcpTools, outOfScope, definitions: known };
  const fixer = createFixer({
    flags,
    options,
    context,
    onError: (error) => void errors.push(error),
  });
  const selected = compared.compare(sources);
  const report = await lintFiles(
    sourcesInTurn(
      fixer?.through(selected) ?? selected,
      definitionSources(known, { linted: compared.definitions, named: definitions.named, cwd }),
      only?.includes("policy") === false
        ? []
        : promptSources({
            config,
            context,
            paths,
            isSelected: (path) => compared.isSelected(path),
            onError: (error) => void errors.push(error),
          }),
    ),
    options,
  );
  // Whatever happens now, files may have been changed.
  fixer?.say();
  if (signal.aborted) return exitCode.interrupted;
  throwAll(errors);
  await write(report, {
    reporter: fixer?.reporterInstead(reporter) ?? reporter,
    outputs,
    flags,
    context,
  });
  return sayExit(report.counts, {
    maxWarnings: maxWarnings ?? config.lint.maxWarnings,
    quiet: flags.quiet === true,
    stderr: context.stderr,
  });
}

function checkStdin(paths: readonly string[], { stdinFilename }: LintFlags): void {
  if (stdinFilename === undefined || paths.includes("-")) return;
  throw new AppError("CLI_USAGE", "--stdin-filename names standard input, which is not linted", {
    hint: "add - to the paths to read it",
  });
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
  const options = {
    color: false,
    verbose: flags.verbose === true,
    columns: plainColumns,
    version: context.versions.flowproof,
    repositoryPath: repositoryPaths(context),
  };
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
  const used = new Set([reporter, ...outputs.map((output) => output.reporter)]);
  const notices = [...used].flatMap((each) => each.notices?.(report, options) ?? []);
  sayNotices(notices, flags, context);
}

/** Neither so narrow that words stand alone, nor so wide that lines are hard to read. */
function columnsOf({ terminal }: CliContext): number {
  return Math.min(Math.max(terminal.columns, 40), 120);
}
