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

/** The cases that decide: all but those in quarantine. */
export function decidingCases(cases: readonly CaseRecord[]): readonly CaseRecord[] {
  return cases.filter(({ quarantine }) => quarantine === undefined);
}

/** The cases that run and are reported, and decide nothing. */
export function quarantinedCases(cases: readonly CaseRecord[]): readonly CaseRecord[] {
  return cases.filter(({ quarantine }) => quarantine !== undefined);
}

/** A critical case that the agent lost: reason enough for the gate to fail. */
export function isBrokenCritical({ critical, quarantine, outcome }: CaseRecord): boolean {
  return critical && quarantine === undefined && outcome !== undefined && isDecidedAgainst(outcome);
}

/**
 * Whether the run may go on to a merge. `rule` decides over the cases that decide, and without gates of
 * its own a run needs every one of them; but a critical case that broke fails it whatever the rule says,
 * and one that is open keeps it open.
 */
export function gateOf(
  cases: readonly CaseRecord[],
  rule: (cases: readonly CaseRecord[]) => Gate = everyCase,
): Gate {
  const deciding = decidingCases(cases);
  if (deciding.some(isBrokenCritical)) return "fail";
  const ruled = rule(deciding);
  if (ruled !== "pass") return ruled;
  return everyCase(deciding.filter(({ critical }) => critical));
}

/** That every case must pass. */
function everyCase(cases: readonly CaseRecord[]): Gate {
  if (cases.some(({ outcome }) => outcome !== undefined && isDecidedAgainst(outcome)))
    return "fail";
  const open = cases.some(({ outcome }) => outcome === undefined || isUndecided(outcome));
  return open ? "undecided" : "pass";
}

/** The exit code of `eval run`, as the design's "Outcomes" orders the reasons. */
export function exitCodeOf(record: RunRecord): 0 | 1 | 2 | 3 | 4 | 130 {
  if (record.end === "interrupted") return 130;
  if (record.end === "limit") return 4;
  // Also in quarantine: that is for agents, and a suite that is wrong is to be repaired.
  if (record.cases.some(({ outcome }) => outcome === "suite_error")) return 2;
  return exitOfGate[gateOf(record.cases)];
}

const exitOfGate = { pass: 0, fail: 1, undecided: 3 } as const;
