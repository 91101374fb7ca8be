import { agentCost, type CaseRecord, type TrialRecord } from "../../record/index.ts";
import { mean } from "../statistics/mean.ts";
import type { ComparedCase } from "./compared-case.ts";

/** Reduces the trials of a case to what is compared. Trials that were not the agent's to end count nowhere. */
export function comparedOf(record: CaseRecord): ComparedCase {
  const { suite, case: name, tags, critical } = record;
  const trials = record.trials.filter(({ outcome }) => {
    return outcome !== "infra_error" && outcome !== "suite_error";
  });
  return {
    suite,
    case: name,
    tags,
    critical,
    passed: hasPassed(record),
    scores: scoresOf(trials),
    // A replay has no times: 0 is what it says, not how long it took.
    latencyMs: meanOf(trials, (trial) => told(trial, "times") && (trial.activeMs || undefined)),
    firstTokenMs: meanOf(
      trials,
      (trial) => told(trial, "times") && (trial.firstTokenMs ?? undefined),
    ),
    tokens: meanOf(trials, (trial) => told(trial, "usage") && tokensOf(trial)),
    costUsd: meanOf(trials, (trial) => told(trial, "usage") && agentCost(trial)),
    toolCalls: meanOf(trials, (trial) => told(trial, "calls") && trial.calls.length),
  };
}

function hasPassed({ outcome }: CaseRecord): boolean | undefined {
  if (outcome === "pass") return true;
  return outcome === "fail" || outcome === "agent_error" ? false : undefined;
}

function scoresOf(trials: readonly TrialRecord[]): ReadonlyMap<string, number> {
  const grades = new Map<string, number[]>();
  for (const { score } of trials.flatMap(({ checks }) => checks)) {
    if (score === undefined) continue;
    const known = grades.get(score.rubric);
    if (known === undefined) grades.set(score.rubric, [score.grade]);
    else known.push(score.grade);
  }
  return new Map([...grades].map(([rubric, all]) => [rubric, mean(all)]));
}

function tokensOf({ usage }: TrialRecord): number {
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = usage;
  return inputTokens + outputTokens + cacheReadTokens + cacheWriteTokens;
}

/** Undefined where the target does not tell, whatever the record says in its place. */
function told({ unknown = [] }: TrialRecord, part: string): true | undefined {
  return unknown.includes(part) ? undefined : true;
}

function meanOf(
  trials: readonly TrialRecord[],
  value: (trial: TrialRecord) => number | undefined,
): number | undefined {
  const values = trials.flatMap((trial) => value(trial) ?? []);
  return values.length === 0 ? undefined : mean(values);
}
