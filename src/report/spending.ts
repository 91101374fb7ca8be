import type { CaseRecord, TrialRecord } from "../record/index.ts";
import { sumCost, type SummaryUsage, sumUsage } from "./sums.ts";

/** What a run cost, and what it was spared. */
export interface Spending {
  /** For the trials that count; `null` as soon as the price of one model is not known. */
  readonly costUsd: number | null;
  /** Where that is `null`: what is known of it. */
  readonly costAtLeastUsd?: number;
  /** The models without a known price, sorted. */
  readonly unpriced?: readonly string[];
  /** Replies that came from the cache, and what they would have cost. */
  readonly cached?: { readonly replies: number; readonly savedUsd: number | null };
  /** Trials that were planned and do not count, as their cases were settled without them. */
  readonly curtailed?: {
    readonly trials: number;
    /** By the mean of the trials of the same case; without those that ran all the same. */
    readonly savedUsd: number | null;
  };
  /** Those of them that were under way and came to their end: paid, and in no other number. */
  readonly surplus?: {
    readonly trials: number;
    readonly usage: SummaryUsage;
    readonly costUsd: number | null;
  };
}

export function spendingOf(cases: readonly CaseRecord[]): Spending {
  const trials = cases.flatMap((each) => each.trials);
  const surplus = cases.flatMap((each) => each.surplus ?? []);
  const costUsd = sumCost(trials);
  const unpriced = trials.flatMap((trial) => trial.unpriced ?? []);
  return {
    costUsd,
    ...(costUsd === null && { costAtLeastUsd: knownCost(trials) }),
    ...(unpriced.length > 0 && { unpriced: [...new Set(unpriced)].toSorted() }),
    ...cachedOf([...trials, ...surplus]),
    ...curtailedOf(cases),
    ...(surplus.length > 0 && {
      surplus: {
        trials: surplus.length,
        usage: sumUsage(surplus.flatMap(({ usage, judgeUsage }) => [usage, judgeUsage])),
        costUsd: sumCost(surplus),
      },
    }),
  };
}

function knownCost(trials: readonly TrialRecord[]): number {
  return trials.reduce((sum, { costUsd, atLeastUsd = 0 }) => sum + (costUsd ?? atLeastUsd), 0);
}

function cachedOf(trials: readonly TrialRecord[]): Pick<Spending, "cached"> {
  const all = trials.flatMap(({ cached }) => cached ?? []);
  if (all.length === 0) return {};
  const replies = all.reduce((sum, each) => sum + each.replies, 0);
  return { cached: { replies, savedUsd: total(all.map(({ savedUsd }) => savedUsd)) } };
}

function curtailedOf(cases: readonly CaseRecord[]): Pick<Spending, "curtailed"> {
  const trials = cases.reduce((sum, { curtailed = 0 }) => sum + curtailed, 0);
  return trials === 0 ? {} : { curtailed: { trials, savedUsd: total(cases.map(savedOf)) } };
}

function savedOf({ trials, curtailed = 0, surplus = [] }: CaseRecord): number | null {
  if (curtailed === 0 || trials.length === 0) return 0;
  const costUsd = sumCost(trials);
  return costUsd === null ? null : (costUsd / trials.length) * (curtailed - surplus.length);
}

function total(amounts: readonly (number | null)[]): number | null {
  return amounts.reduce<number | null>(
    (sum, each) => (sum === null || each === null ? null : sum + each),
    0,
  );
}
