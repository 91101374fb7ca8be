import { judgeRun, runExitCode } from "../../src/compare/index.ts";
import { isBrokenCritical, type RunRecord } from "../../src/record/index.ts";
import { count } from "../../src/report/index.ts";
import { exitReasons } from "./exit-reasons.ts";

/** Why a run exits as it does, in one line; undefined where there is nothing to say. */
export function exitReason(record: RunRecord): string | undefined {
  const code = runExitCode(record);
  const { gate, isOpen, results } = judgeRun(record);
  if (results.length === 0) return exitReasons[code];
  const undecided = results.filter(({ outcome }) => outcome === "undecided").length;
  const of = `${undecided} of ${count(results.length, "gate")} undecided`;
  if (code === 0) return gate === "undecided" ? `${of}; with --strict it would be 3` : undefined;
  if (code === 1) return failure(record, results);
  if (code !== 3 || isOpen) return exitReasons[code];
  return `cannot tell: ${of}, and --strict asks for more`;
}

function failure(
  { cases }: RunRecord,
  results: readonly { readonly outcome: string }[],
): string | undefined {
  if (cases.some(isBrokenCritical)) return "a critical case failed";
  const failed = results.filter(({ outcome }) => outcome === "fail").length;
  // Of a suite without gates every case has to pass.
  return failed === 0 ? exitReasons[1] : `${failed} of ${count(results.length, "gate")} failed`;
}
