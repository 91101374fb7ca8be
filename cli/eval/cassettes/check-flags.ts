import { AppError } from "../../../src/core/errors/app-error.ts";
import type { EvalRunFlags } from "../eval-run-flags.ts";

/** @throws AppError CLI_USAGE where flags do not go together with a recording or a replay. */
export function checkCassetteFlags({ record, replay, script, dryRun }: EvalRunFlags): void {
  if (record !== undefined && replay !== undefined) {
    throw refused("--record and --replay", "a replay asks nobody, so there is nothing to record");
  }
  if (replay !== undefined && script !== undefined) {
    throw refused("--replay and --script", "both say what models answer: leave one out");
  }
  if (dryRun === true && (record ?? replay) !== undefined) {
    const flag = record === undefined ? "--replay" : "--record";
    throw refused(`--dry-run and ${flag}`, "a dry run asks nobody: leave one out");
  }
}

function refused(flags: string, hint: string): AppError {
  return new AppError("CLI_USAGE", `${flags} do not go together`, { hint });
}
