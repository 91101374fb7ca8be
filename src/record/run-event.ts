import type {
  ComponentEntered,
  ModelCalled,
  Note,
  RunFinished,
  RunResumed,
  RunStarted,
  TextKept,
  ToolCalled,
  TrialFinished,
  TrialStarted,
} from "./events/index.ts";

/** One line of a journal. Everything a report says is folded from these. */
export type RunEvent =
  | RunStarted
  | TextKept
  | TrialStarted
  | ComponentEntered
  | ModelCalled
  | ToolCalled
  | Note
  | TrialFinished
  | RunResumed
  | RunFinished;
