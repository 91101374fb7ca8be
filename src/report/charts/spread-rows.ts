import { groupBy } from "../../core/group-by.ts";
import type { CaseRecord, TrialRecord } from "../../record/index.ts";
import type { SpreadRow } from "./spread-chart.ts";

/** What was measured of each target, with a value for each case: the mean over its trials. */
export interface Spreads {
  /** In milliseconds. Of a script or a replay they mean nothing: the caller knows the labels. */
  readonly latency: readonly SpreadRow[];
  readonly firstToken: readonly SpreadRow[];
  /** In US dollars, agent and judge together; empty where nothing costs anything. */
  readonly cost: readonly SpreadRow[];
}

/** The values of the cases by target; trials that the suite or the infrastructure broke off are in none. */
export function spreadsOf(cases: readonly CaseRecord[]): Spreads {
  const targets = [...groupBy(cases, ({ target }) => target)];
  const rows = (value: (trial: TrialRecord) => number | null): readonly SpreadRow[] => {
    return targets.flatMap(([label, group]) => {
      const values = group.flatMap((each) => meanOf(each, value) ?? []);
      return values.some((each) => each > 0) ? [{ label, values }] : [];
    });
  };
  return {
    // A reply from the cache is in no time, and neither is what the target does not tell.
    latency: rows((trial) => (isTimed(trial) && trial.activeMs > 0 ? trial.activeMs : null)),
    firstToken: rows((trial) => (isTimed(trial) ? trial.firstTokenMs : null)),
    cost: rows(({ costUsd, cached }) => (cached === undefined ? costUsd : null)),
  };
}

function isTimed({ unknown = [], cached }: TrialRecord): boolean {
  return cached === undefined && !unknown.includes("times");
}

function meanOf(
  { trials }: CaseRecord,
  value: (trial: TrialRecord) => number | null,
): number | undefined {
  const values = trials
    .filter(({ outcome }) => outcome !== "infra_error" && outcome !== "suite_error")
    .flatMap((trial) => value(trial) ?? []);
  return values.length === 0 ? undefined : values.reduce((a, b) => a + b, 0) / values.length;
}
