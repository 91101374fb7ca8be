import type { Outcome } from "./outcome.ts";
import type { CaseRecord, Gate, RunRecord } from "./run-record.ts";
import { isDecidedAgainst, isUndecided } from "./settle-case.ts";

export type Counts = { readonly [outcome in Outcome]: number };

/** How many cases ended in which way. Cases that are not settled count nowhere. */
export function countOutcomes(cases: readonly CaseRecord[]): Counts {
  const counts = {
    pass: 0,
    fail: 0,
    agent_error: 0,
    judge_error: 0,
    infra_error: 0,
    suite_error: 0,
  };
  for (const { outcome } of cases) if (outcome !== undefined) counts[outcome] += 1;
  return counts;
}

/** Whether the run may go on to a merge: without gates of its own, every case must pass. */
export function gateOf(cases: readonly CaseRecord[]): Gate {
  if (cases.some(({ outcome }) => outcome !== undefined && isDecidedAgainst(outcome)))
    return "fail";
  const open = cases.some(({ outcome }) => outcome === undefined || isUndecided(outcome));
  return open ? "undecided" : "pass";
}

/** The exit code of `eval run`, as the design's "Outcomes" orders the reasons. */
export function exitCodeOf(record: RunRecord): 0 | 1 | 2 | 3 | 4 | 130 {
  if (record.end === "interrupted") return 130;
  if (record.end === "limit") return 4;
  if (record.cases.some(({ outcome }) => outcome === "suite_error")) return 2;
  return exitOfGate[gateOf(record.cases)];
}

const exitOfGate = { pass: 0, fail: 1, undecided: 3 } as const;
