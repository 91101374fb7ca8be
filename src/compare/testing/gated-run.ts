import {
  foldRun,
  type Outcome,
  type PlannedBaseline,
  type PlannedCase,
  type PlannedGates,
  type RunEvent,
  type RunRecord,
  type RunStarted,
  type TrialRecord,
} from "../../record/index.ts";

const none = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

/** A trial that ended so, of which only what matters is said. */
export function trialOf(outcome: Outcome, of: Partial<TrialRecord> = {}): TrialRecord {
  return {
    trial: 0,
    outcome,
    checks: [],
    calls: [],
    status: "completed",
    route: [],
    answer: "",
    turns: 1,
    replies: 1,
    activeMs: 100,
    waitMs: 0,
    firstTokenMs: 10,
    usage: { ...none, outputTokens: 5 },
    judgeUsage: none,
    costUsd: 0.5,
    ...of,
  };
}

/** A case of a run: its trials, or the outcomes of them. */
export interface GatedCase extends Partial<Omit<PlannedCase, "trials">> {
  readonly is: readonly (Outcome | TrialRecord)[];
  /** How many were planned, where not all have run. */
  readonly planned?: number;
}

export interface GatedSuite {
  readonly suite?: string;
  readonly gates?: PlannedGates;
  readonly baseline?: PlannedBaseline;
  readonly cases: readonly GatedCase[];
}

/** A run of suites with gates, folded as from its journal. */
export function gatedRun(suites: readonly GatedSuite[], of: Partial<RunStarted> = {}): RunRecord {
  const planned = suites.flatMap(({ suite = "s", cases }) =>
    cases.map((each, index) => ({ each, planned: plannedCase(suite, each, index) })),
  );
  const at = "2026-01-01T00:00:00.000Z";
  const started: RunStarted = {
    type: "run_started",
    schemaVersion: 1,
    run: "r",
    at,
    versions: { flowproof: "0.0.0", node: "v20" },
    seed: 0,
    labels: [],
    suites: suites.map(({ suite = "s", gates, baseline, cases }) => ({
      suite,
      file: `${suite}.suite.yml`,
      hash: "h",
      targets: [...new Set(cases.map(({ target = "default" }) => target))].map((target) => ({
        target,
        flow: "helper",
        version: "1.0.0",
      })),
      agentModel: "m/agent",
      judgeModel: "m/judge",
      ...(gates !== undefined && { gates }),
      ...(baseline !== undefined && { baseline }),
    })),
    plan: planned.map((each) => each.planned),
    ...of,
  };
  const finished = planned.flatMap(({ each, planned: { suite, case: id, target } }) =>
    each.is.map((trial, number): RunEvent => {
      const record = typeof trial === "string" ? trialOf(trial) : trial;
      const key = { suite, case: id, target, trial: number };
      return { type: "trial_finished", ...key, at, record: { ...record, trial: number } };
    }),
  );
  return foldRun([started, ...finished, { type: "run_finished", at, reason: "done" }]);
}

function plannedCase(suite: string, { is, planned, ...of }: GatedCase, index: number): PlannedCase {
  const trials = planned ?? Math.max(is.length, 1);
  return {
    suite,
    case: `c${index}`,
    target: "default",
    trials,
    require: trials,
    critical: false,
    tags: [],
    hash: `hash ${index}`,
    question: `question ${of.case ?? index}`,
    ...of,
  };
}

/** So many cases of one target that ended so, named from a number on. */
export function casesOf(
  outcome: Outcome,
  count: number,
  { target = "default", from = 0, ...of }: Partial<GatedCase> & { readonly from?: number } = {},
): readonly GatedCase[] {
  return Array.from({ length: count }, (_, index) => ({
    ...of,
    case: `c${from + index}`,
    target,
    is: [outcome],
  }));
}
