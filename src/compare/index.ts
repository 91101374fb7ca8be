export {
  type CriterionVariance,
  flippingCriteria,
  type JudgeVariance,
  judgeVariance,
} from "./judge-variance.ts";
export { type PanelAgreement, panelAgreements } from "./panel-agreement.ts";
export { cohenKappa } from "./statistics/agreement/cohen-kappa.ts";
export {
  correctedPassRate,
  type CorrectedPassRate,
} from "./statistics/agreement/corrected-pass-rate.ts";
export { gwetAc1 } from "./statistics/agreement/gwet-ac1.ts";
export { judgeAccuracy, type LabeledRate } from "./statistics/agreement/judge-accuracy.ts";
export { krippendorffAlpha } from "./statistics/agreement/krippendorff-alpha.ts";
export { roganGladen } from "./statistics/agreement/rogan-gladen.ts";
export type { PassCount } from "./statistics/pass-count.ts";
export { type MeanEstimate, meanInterval } from "./statistics/rates/mean-interval.ts";
export { flakeOrRegression } from "./statistics/trials/flake-or-regression.ts";
export { passAtK } from "./statistics/trials/pass-at-k.ts";
export { passHatK } from "./statistics/trials/pass-hat-k.ts";
export { wilsonInterval } from "./statistics/wilson-interval.ts";
