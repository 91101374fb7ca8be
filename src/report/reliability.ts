import { meanInterval, passAtK, type PassCount, passHatK } from "../compare/index.ts";
import { type CaseRecord, isDecidedAgainst } from "../record/index.ts";

/** A mean over cases, with its 95 % interval where there are enough cases for one. */
export interface MeanShare {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/** How far one can rely on cases that are asked k times. */
export interface Reliability {
  readonly k: number;
  /** The chance that k trials in a row all pass. */
  readonly passHatK: MeanShare;
  /** The chance that at least one of k trials passes. */
  readonly passAtK: MeanShare;
  /** Cases that it is the mean of. */
  readonly cases: number;
  /** Cases with fewer than k decided trials. */
  readonly leftOut: number;
}

const steps: readonly number[] = [2, 3, 5, 10, 20, 50, 100];

/** Cases whose trials were not all run, because their outcome was settled before: here, or in the run that is judged again. */
export function curtailedCases(cases: readonly CaseRecord[]): readonly CaseRecord[] {
  return cases.filter(({ curtailed = 0, missing = 0 }) => curtailed + missing > 0);
}

/**
 * pass^k and pass@k over cases with several trials, for each k up to the number of trials that all of them
 * have. Undecided trials are missing data, not failures. Empty where no case has several; and where trials
 * were left out because a case was settled: which ones are missing then depends on how the others ended.
 */
export function reliabilityOf(cases: readonly CaseRecord[]): readonly Reliability[] {
  if (curtailedCases(cases).length > 0) return [];
  const planned = cases.map(({ trials }) => trials.length).filter((length) => length > 1);
  const most = planned.reduce((least, length) => Math.min(least, length), Infinity);
  const counts = cases.map(decidedCount);
  return steps
    .filter((k) => planned.length > 0 && k <= most)
    .flatMap((k) => {
      const enough = counts.filter(({ total }) => total >= k);
      const hat = shareOf(enough, (count) => passHatK(count, k));
      const at = shareOf(enough, (count) => passAtK(count, k));
      if (hat === undefined || at === undefined) return [];
      const leftOut = cases.length - enough.length;
      return [{ k, passHatK: hat, passAtK: at, cases: enough.length, leftOut }];
    });
}

/** Trials that passed, of those that say something about the agent. */
function decidedCount({ trials }: CaseRecord): PassCount {
  const passed = trials.filter(({ outcome }) => outcome === "pass").length;
  const lost = trials.filter(({ outcome }) => isDecidedAgainst(outcome)).length;
  return { passed, total: passed + lost };
}

function shareOf(
  counts: readonly PassCount[],
  share: (count: PassCount) => number | undefined,
): MeanShare | undefined {
  const estimate = meanInterval(counts.flatMap((count) => share(count) ?? []));
  if (estimate === undefined) return undefined;
  const { mean, interval, few } = estimate;
  // Half of it is half of it: the logarithms behind it leave a trace in the last digits.
  const value = Number(mean.toFixed(12));
  if (few || interval === undefined) return { value };
  return { value, low: Math.max(0, interval.low), high: Math.min(1, interval.high) };
}
