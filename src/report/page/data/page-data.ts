import type {
  CheckOutcome,
  Outcome,
  TranscriptStep,
  TranscriptText,
} from "../../../record/index.ts";

/** What the script of the page is given at once: a line for each case. */
export interface PageData {
  readonly runs: readonly RunData[];
}

export interface RunData {
  readonly run: string;
  /** Whether its times mean something: those of scripts and replays do not. */
  readonly timed: boolean;
  /** Those that a reader must look at first. */
  readonly cases: readonly CaseRow[];
}

/** How a case ended; `unfinished` where trials are missing. */
export type RowOutcome = Outcome | "unfinished";

export interface CaseRow {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
  readonly outcome: RowOutcome;
  readonly tags: readonly string[];
  readonly critical?: true;
  readonly quarantined?: true;
  readonly flaky?: true;
  /** In the order of the trials. */
  readonly trials: readonly Outcome[];
  readonly require: number;
  /** Why it did not pass, in one line. */
  readonly reason?: string;
  readonly calls: number;
  /** Mean over the trials, in milliseconds; null where it is not known. */
  readonly activeMs: number | null;
  /** US dollars of all trials; null where a price is not known. */
  readonly costUsd: number | null;
}

/** All of a case; parsed when somebody opens it. */
export interface CaseDetail {
  readonly quarantine?: string;
  readonly history?: string;
  /** Why trials are missing. */
  readonly notRun?: string;
  /** Planned trials that could not change the outcome any more. */
  readonly curtailed?: number;
  /** Why there is nothing more of it in the page. */
  readonly leftOut?: string;
  readonly trials: readonly TrialDetail[];
}

export interface TrialDetail {
  /** From 0. */
  readonly trial: number;
  readonly outcome: Outcome;
  /** It ran although its case was settled, and does not count. */
  readonly surplus?: true;
  readonly reason?: TranscriptText;
  readonly hint?: TranscriptText;
  readonly checks: readonly CheckDetail[];
  readonly facts: readonly Fact[];
  readonly route: readonly string[];
  /** Left out where a step says it. */
  readonly answer?: TranscriptText;
  /** What was said, in order; left out where the transcript is not in the page. */
  readonly steps?: readonly TranscriptStep[];
  /** How many steps are left out at the end. */
  readonly omittedSteps?: number;
  /** What the user had said before the case began. */
  readonly earlier?: readonly TranscriptText[];
  /** Why there are no steps. */
  readonly noSteps?: string;
  /** Where there are no steps: what was called. */
  readonly calls?: readonly CallDetail[];
  readonly moreCalls?: number;
  readonly requests?: readonly string[];
}

/** `first token`, `0.8 s`. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

export interface CallDetail {
  readonly tool: string;
  readonly args: TranscriptText;
  readonly isError: boolean;
}

export interface CheckDetail {
  readonly id: string;
  readonly outcome: CheckOutcome;
  readonly judged: boolean;
  readonly message: TranscriptText;
  readonly details?: TranscriptText;
  /** `4 of 5, 3 needed`. */
  readonly score?: string;
  readonly criterion?: string;
  readonly judges?: readonly JudgeDetail[];
  /** `met, met, not met`: how it was decided each time. */
  readonly repeats?: string;
}

export interface JudgeDetail {
  readonly model: string;
  readonly verdict: string;
  readonly votes: readonly VoteDetail[];
}

export interface VoteDetail {
  readonly verdict?: string;
  readonly evidence?: string;
  readonly from?: readonly string[];
  readonly reasoning?: string;
  readonly error?: string;
}
