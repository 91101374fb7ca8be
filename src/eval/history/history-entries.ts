import type { Usage } from "../../model/index.ts";
import type { CaseRecord, RunRecord, TrialRecord } from "../../record/index.ts";
import type { CasePlan, RunPlan } from "../run/run-plan.ts";
import { type HistoryEntry, type HistoryTrial, isNews, passCountOf } from "./history-entry.ts";
import { historyKind } from "./history-kind.ts";
import type { RequestCounter, TrialRequests } from "./request-counter.ts";

/**
 * What a run leaves to later ones: an entry for each case with a finished trial, in the order of the plan.
 * A trial with a reply of the cache repeats what another one was told, and is left out.
 */
export function historyEntries(
  plan: RunPlan,
  { started: { run, at }, cases }: RunRecord,
  requests: RequestCounter,
): readonly HistoryEntry[] {
  const records = new Map(cases.map((each) => [keyOf(each), each]));
  return plan.cases.flatMap((work): readonly HistoryEntry[] => {
    const record = records.get(keyOf(work.planned));
    if (record === undefined) return [];
    const sums = trialsOf(record, requests);
    if (sums.trials.length === 0) return [];
    return [{ version: 1, run, at, ...entryOf(work, record), ...sums }];
  });
}

type Sums = Pick<HistoryEntry, "passed" | "decided" | "trials">;

function entryOf(
  work: CasePlan,
  { outcome }: CaseRecord,
): Omit<HistoryEntry, "version" | "run" | "at" | keyof Sums> {
  const { suite, case: name, target, hash } = work.planned;
  const { agent, judge } = work.models;
  return {
    kind: historyKind(work),
    suite,
    case: name,
    target,
    hash,
    models: { agent, judge },
    outcome: outcome ?? null,
  };
}

function trialsOf(record: CaseRecord, requests: RequestCounter): Sums {
  const { suite, case: name, target } = record;
  const trials = record.trials.filter(isNews);
  const { passed, total } = passCountOf(trials);
  return {
    passed,
    decided: total,
    trials: trials.map((each) =>
      trialOf(each, requests.of({ suite, case: name, target, trial: each.trial })),
    ),
  };
}

function trialOf(record: TrialRecord, requests: TrialRequests | undefined): HistoryTrial {
  const { trial, outcome, activeMs, costUsd, usage, judgeUsage, replies } = record;
  return {
    trial,
    outcome,
    activeMs,
    costUsd,
    agent: { requests: requests?.agent ?? replies, ...tokensOf(usage) },
    judge: { ...(requests !== undefined && { requests: requests.judge }), ...tokensOf(judgeUsage) },
  };
}

function tokensOf(usage: Usage): Usage {
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = usage;
  return { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens };
}

function keyOf(of: {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
}): string {
  return JSON.stringify([of.suite, of.case, of.target]);
}
