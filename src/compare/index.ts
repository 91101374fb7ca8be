export { acceptRun, type AcceptedRun, nameOf } from "./baseline/accept-run.ts";
export {
  type BaselineChange,
  type BaselineChangeKind,
  isDifference,
} from "./baseline/baseline-change.ts";
export { baselineOfRun, type RunBaseline } from "./baseline/baseline-of-run.ts";
export { baselineText } from "./baseline/baseline-text.ts";
export { type AcceptanceTerms, checkAcceptance } from "./baseline/check-acceptance.ts";
export { parseBaseline } from "./baseline/parse-baseline.ts";
export { readBaseline } from "./baseline/read-baseline.ts";
export type { CaseNumbers, ComparedRow } from "./cases/compared-row.ts";
export type {
  ComparedJudge,
  ComparedSuite,
  ComparedSystem,
  SystemCase,
} from "./cases/compared-system.ts";
export { systemOfRun, targetsOfRun } from "./cases/system-of-run.ts";
export {
  type Comparability,
  type Obstacle,
  type ObstacleReason,
  obstacles,
} from "./comparability/comparability.ts";
export { type CompareOptions, compareSystems } from "./compare-systems.ts";
export type { ComparedSide, Comparison } from "./comparison.ts";
export { type Gate, gatedMetrics, type GateResult, type GateRule, rulesOf } from "./gates/gate.ts";
export type { SuiteGateResult } from "./gates/judge-suite.ts";
export { parseGate } from "./gates/parse-gate.ts";
export { type JudgedRun, judgeRun, runExitCode } from "./gates/run-gates.ts";
export {
  type CriterionVariance,
  flippingCriteria,
  type JudgeVariance,
  judgeVariance,
} from "./judge-variance.ts";
export type { ComparisonVerdict, MetricResult } from "./metrics/metric-result.ts";
export type { PairwiseCase, PairwiseOrder, PairwisePreferred } from "./pairwise/pairwise-case.ts";
export type {
  CountedShare,
  PairwiseJudge,
  PairwiseResult,
  PairwiseSpending,
  PairwiseStyle,
  PairwiseTally,
} from "./pairwise/pairwise-result.ts";
export { pairwiseResult } from "./pairwise/pairwise-result-of.ts";
export { preferenceMetric } from "./pairwise/preference-metric.ts";
export { identicalPair, settlePair } from "./pairwise/settle-pair.ts";
export { answerLook } from "./pairwise/style/answer-look.ts";
export { plainWords } from "./pairwise/style/plain-words.ts";
export type { AnswerLook, StyleDifferences } from "./pairwise/style-differences.ts";
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
export { casesForQuantile } from "./statistics/spread/cases-for-quantile.ts";
export { quantileInterval } from "./statistics/spread/quantile-interval.ts";
export { sampleQuantile } from "./statistics/spread/sample-quantile.ts";
export { flakeOrRegression } from "./statistics/trials/flake-or-regression.ts";
export { passAtK } from "./statistics/trials/pass-at-k.ts";
export { passHatK } from "./statistics/trials/pass-hat-k.ts";
export { wilsonInterval } from "./statistics/wilson-interval.ts";
