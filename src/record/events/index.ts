export type { ComponentEntered } from "./component-entered.ts";
export type { KeptBlock, ModelCalled, RequestDelta } from "./model-called.ts";
export type { PlannedBaseline } from "./planned-baseline.ts";
export type { PlannedGate, PlannedGates } from "./planned-gates.ts";
export type { JudgeCalibration, PlannedJudge } from "./planned-judge.ts";
export type { Note } from "./note.ts";
export type { RepeatedTrial, Replanned, RunResumed } from "./run-resumed.ts";
export type { LimitHit, RunFinished, RunLimitName } from "./run-finished.ts";
export type {
  Curtailment,
  OfferedTools,
  PlannedCase,
  PlannedSuite,
  PlannedTarget,
  Quarantine,
  RunLabel,
  RunRequest,
  RunSelection,
  RunStarted,
} from "./run-started.ts";
export type { TextKept } from "./text-kept.ts";
export type { ToolCalled } from "./tool-called.ts";
export type { ExchangeRecord, TrialFinished } from "./trial-finished.ts";
export type { TrialStarted } from "./trial-started.ts";
