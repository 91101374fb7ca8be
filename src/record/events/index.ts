export type { ComponentEntered } from "./component-entered.ts";
export type { KeptBlock, ModelCalled, RequestDelta } from "./model-called.ts";
export type { Note } from "./note.ts";
export type { RunFinished } from "./run-finished.ts";
export type {
  OfferedTools,
  PlannedCase,
  PlannedSuite,
  RunLabel,
  RunSelection,
  RunStarted,
} from "./run-started.ts";
export type { TextKept } from "./text-kept.ts";
export type { ToolCalled } from "./tool-called.ts";
export type { TrialFinished } from "./trial-finished.ts";
export type { TrialStarted } from "./trial-started.ts";
