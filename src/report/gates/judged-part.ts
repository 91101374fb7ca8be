import { judgeRun, runExitCode, type SuiteGateResult } from "../../compare/index.ts";
import type { Gate, RunRecord } from "../../record/index.ts";

/** What came of a gate, for machines. */
export interface SummaryGate {
  readonly suite: string;
  readonly target: string;
  /** What the target was held against: another target, or the file of a baseline. */
  readonly against?: string;
  readonly metric: string;
  readonly rule: string;
  readonly bound: number;
  readonly outcome: Gate;
  /** What was held against the bound, with its interval: one-sided bounds of 95 % of a target alone, else 95 %. */
  readonly value?: number;
  readonly low?: number | null;
  readonly high?: number | null;
  /** One line: the numbers, or why nobody could judge it. */
  readonly message: string;
}

/** How a run was judged. */
export interface JudgedPart {
  readonly gate: Gate;
  readonly exitCode: number;
  /** Only with `--strict`: gates that are undecided count as not passed. */
  readonly strict?: true;
  /** Absent where every case must pass. */
  readonly gates?: readonly SummaryGate[];
}

/** The part of a summary that gates make. */
export function judgedPart(record: RunRecord): JudgedPart {
  const { gate, results } = judgeRun(record);
  return {
    gate,
    exitCode: runExitCode(record),
    ...(record.started.strict === true && { strict: true }),
    ...(results.length > 0 && { gates: results.map(summaryGate) }),
  };
}

function summaryGate({
  suite,
  target,
  against,
  gate,
  outcome,
  measured,
  message,
}: SuiteGateResult): SummaryGate {
  return {
    suite,
    target,
    ...(against !== undefined && { against }),
    ...gate,
    outcome,
    ...measured,
    message,
  };
}
