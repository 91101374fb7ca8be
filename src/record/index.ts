export { agentCost } from "./agent-cost.ts";
export type { BaselineFile } from "./baseline-schema.ts";
export type { CaseHistory, HistoryVerdict } from "./case-history.ts";
export { isSettledBy } from "./counted-trials.ts";
export type * from "./events/index.ts";
export type { CoveredParts, FlowCoverage } from "./flow-coverage.ts";
export { createRunFold, foldRun, type RunFold } from "./fold-run.ts";
export { type Journal, openJournal, resumeJournal } from "./journal.ts";
export type { Outcome } from "./outcome.ts";
export { readEvents, readRun, streamLeanEvents } from "./read-run.ts";
export { repairJournal } from "./repair-journal.ts";
export { replannedFrom } from "./resumed-start.ts";
export type { RunEvent } from "./run-event.ts";
export type { CaseRecord, Gate, RunGate, RunRecord } from "./run-record.ts";
export { isDecidedAgainst, settleCase } from "./settle-case.ts";
export {
  casesGate,
  type Counts,
  countOutcomes,
  decidingCases,
  exitCodeOf,
  gateOf,
  isBrokenCritical,
  quarantinedCases,
} from "./tally.ts";
export { settledRecord } from "./settled-record.ts";
export { comparedChecks, wholeTrial } from "./stored-trial.ts";
export {
  type AnswerStep,
  type CallStep,
  type EnteredStep,
  type NoteStep,
  type ReplyStep,
  readTranscripts,
  transcriptLimits,
  type Transcripts,
  type TranscriptExchange,
  type TranscriptStep,
  type TranscriptText,
  type TrialTranscript,
  type UserStep,
} from "./transcripts/index.ts";
export { withWholeTexts } from "./whole-texts.ts";
export type { TrialKey } from "./trial-key.ts";
export type {
  ApiRequestRecord,
  CachedReplies,
  CallRecord,
  CheckOutcome,
  CheckRecord,
  JudgeRecord,
  JudgmentRecord,
  OpinionRecord,
  RubricRecord,
  ScoreRecord,
  TrialRecord,
  VoteRecord,
  ServedModels,
} from "./trial-record.ts";
