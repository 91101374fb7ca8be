import { cohenKappa, gwetAc1, judgeAccuracy, type LabeledRate } from "../../compare/index.ts";

/** What a judge said of a criterion; `error` where no verdict came of asking. */
export type JudgedAs = "met" | "not_met" | "cannot_tell" | "error";

/** What people and a judge say of the same. */
export interface RatedItem {
  readonly criterion: string;
  readonly human: boolean;
  readonly judge: JudgedAs;
}

/** How a judge does against people. */
export interface JudgeQuality {
  /** With a verdict and without. */
  readonly items: number;
  /** Those on which the judge gave no verdict: they count nowhere. */
  readonly missing: { readonly cannotTell: number; readonly error: number };
  /** Of what people call met, the share that the judge calls met; null where there is none. */
  readonly truePositive: LabeledRate | null;
  readonly trueNegative: LabeledRate | null;
  /** The share of all on which both agree. */
  readonly agreed: number;
  readonly decided: number;
  /** Null where it is not defined: nothing was decided, or all is of one kind. */
  readonly kappa: number | null;
  readonly ac1: number | null;
}

export function judgeQuality(items: readonly RatedItem[]): JudgeQuality {
  const countOf = (human: boolean, judge: JudgedAs): number =>
    items.filter((item) => item.human === human && item.judge === judge).length;
  const [passedGood, failedGood] = [countOf(true, "met"), countOf(true, "not_met")];
  const [passedBad, failedBad] = [countOf(false, "met"), countOf(false, "not_met")];
  const accuracy = judgeAccuracy({ passedGood, failedGood, passedBad, failedBad });
  const table = [
    [passedGood, passedBad],
    [failedGood, failedBad],
  ];
  return {
    items: items.length,
    missing: {
      cannotTell: countOf(true, "cannot_tell") + countOf(false, "cannot_tell"),
      error: countOf(true, "error") + countOf(false, "error"),
    },
    truePositive: accuracy.truePositive ?? null,
    trueNegative: accuracy.trueNegative ?? null,
    agreed: passedGood + failedBad,
    decided: passedGood + failedGood + passedBad + failedBad,
    kappa: cohenKappa(table) ?? null,
    ac1: gwetAc1(table) ?? null,
  };
}
