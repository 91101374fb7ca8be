import { groupBy } from "../../core/group-by.ts";
import {
  casesGate,
  exitCodeOf,
  type Gate as GateOutcome,
  gateOf,
  type PlannedSuite,
  type RunGate,
  type RunRecord,
} from "../../record/index.ts";
import { gatesKey } from "./gates-key.ts";
import { judgeSuite, type SuiteGateResult } from "./judge-suite.ts";

/** What a run comes to, with what came of each gate of its suites. */
export interface JudgedRun extends RunGate {
  /** In the order of suites, targets and gates; empty where every case must pass. */
  readonly results: readonly SuiteGateResult[];
}

const known = new WeakMap<RunRecord, JudgedRun>();

/**
 * Whether a run may go on to a merge: of each suite its gates decide, or where it has none, every case; and
 * a critical case that broke decides by itself.
 */
export function judgeRun(record: RunRecord): JudgedRun {
  const before = known.get(record);
  if (before !== undefined) return before;
  const judged = judgeAnew(record);
  // Every report of a run asks, and each time all of its trials would be looked at.
  known.set(record, judged);
  return judged;
}

/** The exit code of a run, its gates judged. */
export function runExitCode(record: RunRecord): ReturnType<typeof exitCodeOf> {
  return exitCodeOf(record, judgeRun(record));
}

function judgeAnew(record: RunRecord): JudgedRun {
  const { suites } = record.started;
  if (suites.every(({ gates }) => gates === undefined)) {
    return { ...casesGate(record.cases), results: [] };
  }
  const judged = [...groupBy(suites, gatesKey).values()].map((group) => judgedGroup(record, group));
  return {
    gate: worstOf(judged.map(({ gate }) => gate)),
    isOpen: judged.some(({ isOpen }) => isOpen),
    results: judged.flatMap(({ results }) => results),
  };
}

function judgedGroup(record: RunRecord, suites: readonly PlannedSuite[]): JudgedRun {
  const ids = new Set(suites.map(({ suite }) => suite));
  const cases = record.cases.filter((each) => ids.has(each.suite));
  const [suite] = suites;
  const gates = suite?.gates;
  if (suite === undefined || gates === undefined) return { ...casesGate(cases), results: [] };
  const results = judgeSuite({ ...record, cases }, suite, gates);
  // Gates without a result have judged nothing.
  const ruled = results.length === 0 ? "undecided" : worstOf(results.map(({ outcome }) => outcome));
  const gate = gateOf(cases, () => ruled);
  const isCriticalOpen = gate === "undecided" && ruled === "pass";
  return { gate, isOpen: isCriticalOpen || results.some(({ isOpen }) => isOpen), results };
}

function worstOf(outcomes: readonly GateOutcome[]): GateOutcome {
  if (outcomes.includes("fail")) return "fail";
  return outcomes.includes("undecided") ? "undecided" : "pass";
}
