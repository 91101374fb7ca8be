import { AppError } from "../../../src/core/errors/app-error.ts";
import type { EvalRunFlags } from "../eval-run-flags.ts";

/** @throws AppError CLI_USAGE where flags do not go together with going on with a run. */
export function checkResumeFlags(flags: EvalRunFlags): void {
  const { resume, record, dryRun, rerun, changedSince } = flags;
  if (resume === undefined) return;
  if (record !== undefined) {
    throw refused("--record", "a cassette holds whole runs; record a new run");
  }
  if (dryRun === true) throw refused("--dry-run", "a dry run has nothing to go on with");
  if (rerun !== undefined) throw refused("--rerun", "start a new run for what failed");
  if (changedSince !== undefined) {
    throw refused("--changed-since", "cases that changed are run again anyway");
  }
}

function refused(flag: string, hint: string): AppError {
  return new AppError("CLI_USAGE", `--resume and ${flag} do not go together`, { hint });
}
