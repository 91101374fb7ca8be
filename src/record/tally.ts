import type { Outcome } from "./outcome.ts";
import type { CaseRecord, Gate, RunGate, RunRecord } from "./run-record.ts";
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
export function isBrokenCritical(record: CaseRecord): boolean {
  const { outcome } = record;
  return isHard(record) && outcome !== undefined && isDecidedAgainst(outcome);
}

/** Whether a break of it would fail the gate by itself: what others are held against may break. */
function isHard({ critical, quarantine, reference }: CaseRecord): boolean {
  return critical && quarantine === undefined && reference !== true;
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
  return everyCase(deciding.filter(isHard));
}

/** Of a run without gates of its own, in which every case must pass. */
export function casesGate(cases: readonly CaseRecord[]): RunGate {
  const gate = gateOf(cases);
  return { gate, isOpen: gate === "undecided" };
}

/** That every case must pass. */
function everyCase(cases: readonly CaseRecord[]): Gate {
  if (cases.some(({ outcome }) => outcome !== undefined && isDecidedAgainst(outcome)))
    return "fail";
  const open = cases.some(({ outcome }) => outcome === undefined || isUndecided(outcome));
  return open ? "undecided" : "pass";
}

/** The exit code of `eval run`, as the design's "Outcomes" orders the reasons; `judged` by gates, if there are. */
export function exitCodeOf(
  record: RunRecord,
  judged: RunGate = casesGate(record.cases),
): 0 | 1 | 2 | 3 | 4 | 130 {
  if (record.end === "interrupted") return 130;
  if (record.end === "limit") return 4;
  // Also in quarantine: that is for agents, and a suite that is wrong is to be repaired.
  if (record.cases.some(({ outcome }) => outcome === "suite_error")) return 2;
  const { gate, isOpen } = judged;
  if (gate !== "undecided") return gate === "fail" ? 1 : 0;
  return isOpen || record.started.strict === true ? 3 : 0;
}
