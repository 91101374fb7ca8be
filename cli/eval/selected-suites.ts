import { resolve } from "node:path";
import type { Config } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { loadSuites, type Rerun, rerunOf, type Suite } from "../../src/eval/index.ts";
import { readRun, type RunRecord } from "../../src/record/index.ts";
import type { CliContext } from "../context.ts";
import { type ChangedSuites, changedSuites } from "./changed/changed-suites.ts";
import { loadOptions } from "./load-options.ts";
import type { SelectFlags } from "./select-flags.ts";

export interface SuitesSetting {
  readonly flags: SelectFlags & { readonly script?: string };
  readonly config: Config;
  readonly context: CliContext;
}

/** The suites that a command line means, and what it narrows them by besides single cases. */
export interface SelectedSuites {
  readonly suites: readonly Suite[];
  readonly rerun: Rerun | undefined;
  /** What `--changed-since` leaves, and why. */
  readonly changed: ChangedSuites | undefined;
}

/**
 * Reads the suites of a command line: those that it names, with `--rerun` those of the last run, else
 * those of `flowproof.yml`.
 *
 * @throws AppError or AppErrors with everything that is wrong with them.
 */
export async function selectedSuites(
  paths: readonly string[],
  setting: SuitesSetting,
): Promise<SelectedSuites> {
  const { flags, config, context } = setting;
  const last = flags.rerun === undefined ? undefined : await lastRun(setting);
  const rerun =
    last === undefined || flags.rerun === undefined ? undefined : rerunOf(last, flags.rerun);
  const suites = await loadSuites(suitePaths(paths, config, last), await loadOptions(setting));
  if (flags.changedSince === undefined) return { suites, rerun, changed: undefined };
  const changed = await changedSuites(suites, flags.changedSince, { flags, config, context });
  return { suites: changed.suites, rerun, changed };
}

function lastRun({ flags, context }: SuitesSetting): Promise<RunRecord> {
  return readRun(resolve(context.cwd, flags.reports, "latest"));
}

function suitePaths(
  paths: readonly string[],
  config: Config,
  last: RunRecord | undefined,
): readonly string[] {
  if (paths.length > 0) return paths;
  const selected = last?.started.suites.map(({ file }) => file) ?? config.suites ?? [];
  if (selected.length > 0) return selected;
  throw new AppError("CLI_USAGE", "no suite is named", {
    hint: "name files or folders, or list them under `suites` in flowproof.yml",
  });
}
