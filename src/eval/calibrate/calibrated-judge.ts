import { correctedPassRate, roganGladen } from "../../compare/index.ts";
import { groupBy } from "../../core/group-by.ts";
import { type JudgeQuality, judgeQuality, type RatedItem } from "./judge-quality.ts";

/** A judge, as a calibration tells judges apart. */
export interface JudgeKey {
  readonly name: string;
  /** Hash of template, schema, models and parameters; see `juryIdentity`. */
  readonly judge: string;
}

/** The share of met criteria in runs, and what it would be if the judge did not err. */
export interface CorrectedShare {
  /** What the judge decided in the runs that labels name, labeled or not. */
  readonly observed: { readonly passed: number; readonly total: number };
  /** Rogan and Gladen's estimate; null where the judge is no better than a coin. */
  readonly plain: number | null;
  /** Lang and Reiczigel's, with its 95 % interval, which knows that labels are few. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** How a judge does against people. */
export interface CalibratedJudge extends JudgeKey, JudgeQuality {
  /** Sorted. */
  readonly criteria: readonly ({ readonly criterion: string } & JudgeQuality)[];
  /** Null where there is nothing to correct, or nothing to correct it by. */
  readonly corrected: CorrectedShare | null;
}

export function calibratedJudge(
  key: JudgeKey,
  items: readonly RatedItem[],
  observed: { readonly passed: number; readonly total: number },
): CalibratedJudge {
  const quality = judgeQuality(items);
  const byCriterion = groupBy(items, ({ criterion }) => criterion);
  return {
    ...key,
    ...quality,
    criteria: [...byCriterion]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([criterion, its]) => ({ criterion, ...judgeQuality(its) })),
    corrected: correctedShare(quality, observed),
  };
}

function correctedShare(
  { truePositive, trueNegative }: JudgeQuality,
  observed: CorrectedShare["observed"],
): CorrectedShare | null {
  if (truePositive === null || trueNegative === null) return null;
  const corrected = correctedPassRate({
    observed,
    sensitivity: truePositive,
    specificity: trueNegative,
  });
  if (corrected === undefined) return null;
  const rates = { sensitivity: truePositive.rate, specificity: trueNegative.rate };
  return {
    observed,
    plain: roganGladen(observed.passed / observed.total, rates) ?? null,
    rate: corrected.rate,
    ...corrected.interval,
  };
}
