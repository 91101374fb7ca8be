/** So many of so many. */
interface LabeledCount {
  readonly passed: number;
  readonly total: number;
}

/** What was known, when a run started, of how a judge does against people. */
export type JudgeCalibration =
  | { readonly state: "uncalibrated" }
  /** A calibration is there, of the same models with another template, schema or parameters. */
  | { readonly state: "changed" }
  | {
      readonly state: "calibrated";
      /** Of what people call met, what it calls met. */
      readonly truePositive: LabeledCount;
      /** Of what people call not met, what it calls not met. */
      readonly trueNegative: LabeledCount;
      /** How many of the criteria that it decides here were among the labeled. */
      readonly covered: number;
    };

/** A real model, or several, whose verdicts decide checks of the run. */
export interface PlannedJudge {
  /** As reports name it. */
  readonly name: string;
  /** Hash of template, schema, models and parameters, whatever the criteria. */
  readonly judge: string;
  /** How many different criteria it decides. */
  readonly criteria: number;
  readonly calibration: JudgeCalibration;
}
