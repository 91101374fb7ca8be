export type * from "./events/index.ts";
export type { CoveredParts, FlowCoverage } from "./flow-coverage.ts";
export { createRunFold, foldRun, type RunFold } from "./fold-run.ts";
export { type Journal, openJournal } from "./journal.ts";
export type { Outcome } from "./outcome.ts";
export { readEvents, readRun } from "./read-run.ts";
export type { RunEvent } from "./run-event.ts";
export type { CaseRecord, Gate, RunRecord } from "./run-record.ts";
export { isDecidedAgainst, settleCase } from "./settle-case.ts";
export { type Counts, countOutcomes, exitCodeOf, gateOf } from "./tally.ts";
export { withWholeTexts } from "./whole-texts.ts";
export type { TrialKey } from "./trial-key.ts";
export type {
  ApiRequestRecord,
  CallRecord,
  CheckOutcome,
  CheckRecord,
  TrialRecord,
} from "./trial-record.ts";
