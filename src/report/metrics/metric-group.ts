import { sampleQuantile, systemOfRun } from "../../compare/index.ts";
import type { RunRecord, TrialRecord } from "../../record/index.ts";
import type { PassRate } from "../pass-rate.ts";
import { spendingOf } from "../spending.ts";
import { groupsOf, type SummaryGroup } from "../summary.ts";
import { type SummaryUsage, sumUsage } from "../sums.ts";

/** What is known of one target of one suite. */
export interface MetricGroup {
  readonly labels: Readonly<Record<string, string>>;
  readonly counts: SummaryGroup["counts"];
  readonly passRate: PassRate | undefined;
  /** US dollars of agent and judge; undefined where a price is not known. */
  readonly costUsd: number | undefined;
  /** Undefined where the target does not tell. */
  readonly agentUsage: SummaryUsage | undefined;
  readonly judgeUsage: SummaryUsage;
  /** The median over cases, in milliseconds; undefined where nothing was timed. */
  readonly latencyMs: number | undefined;
  readonly firstTokenMs: number | undefined;
}

/** @param outer labels that come first. */
export function metricGroups(
  record: RunRecord,
  outer: Readonly<Record<string, string>>,
): readonly MetricGroup[] {
  return groupsOf(record.cases).map((group) => {
    const { suite, target } = group;
    const cases = record.cases.filter((each) => each.suite === suite && each.target === target);
    const trials = cases.flatMap((each) => each.trials);
    return {
      labels: { ...outer, suite, target },
      counts: group.counts,
      passRate: group.passRate,
      costUsd: spendingOf(cases).costUsd ?? undefined,
      agentUsage: trials.every(tellsUsage) ? sumUsage(trials.map(({ usage }) => usage)) : undefined,
      judgeUsage: sumUsage(trials.map(({ judgeUsage }) => judgeUsage)),
      ...timesOf({ ...record, cases }, target),
    };
  });
}

function tellsUsage({ unknown = [] }: TrialRecord): boolean {
  return !unknown.includes("usage");
}

/** Of cases in quarantine as well: they decide nothing, and take their time all the same. */
function timesOf(
  record: RunRecord,
  target: string,
): Pick<MetricGroup, "latencyMs" | "firstTokenMs"> {
  // What a replay took says nothing about anything.
  if (record.started.labels.includes("replay")) {
    return { latencyMs: undefined, firstTokenMs: undefined };
  }
  const { cases } = systemOfRun(record, target);
  return {
    latencyMs: median(cases.flatMap(({ latencyMs }) => latencyMs ?? [])),
    firstTokenMs: median(cases.flatMap(({ firstTokenMs }) => firstTokenMs ?? [])),
  };
}

function median(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : sampleQuantile(values, 0.5);
}
