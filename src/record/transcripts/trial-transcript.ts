import type { Usage } from "../../model/index.ts";
import type { Outcome } from "../outcome.ts";
import type { TrialKey } from "../trial-key.ts";

/** A text of a transcript: whole, or its beginning. */
export interface TranscriptText {
  readonly text: string;
  /** How long the whole is, in UTF-16 units as `length` counts; left out where this is the whole. */
  readonly cut?: number;
}

/** A message of the user. */
export interface UserStep {
  readonly type: "user";
  /** Number of the exchange that it begins, from 0. */
  readonly turn: number;
  readonly text: TranscriptText;
  /** It is what the model was sent in the user's name; of a trial that was broken off, the user's own is not known. */
  readonly asSent?: true;
}

/** A reply of the agent's model. */
export interface ReplyStep {
  readonly type: "reply";
  readonly component: string;
  readonly model: string;
  /** Empty where it only called tools, or failed. */
  readonly text: TranscriptText;
  /** Ids of the tool calls that it asked for. */
  readonly callIds: readonly string[];
  /** Number of the exchange whose answer this text is; left out where it is none. */
  readonly answers?: number;
  /** Why there is no reply; left out where there is one. */
  readonly error?: TranscriptText;
  /** In milliseconds; zero for scripts and failures, meaningless for replays. */
  readonly activeMs: number;
  readonly usage?: Usage;
}

export interface CallStep {
  readonly type: "call";
  readonly component: string;
  readonly callId: string;
  readonly tool: string;
  /** As the model sent them: compact JSON, in the model's order of keys. */
  readonly args: TranscriptText;
  /** As the tool took them; left out where nothing was changed. */
  readonly effectiveArgs?: TranscriptText;
  /** What the model read. */
  readonly content: TranscriptText;
  /** What the tool gave, where that is not what the model read; JSON unless it was a text. */
  readonly result?: TranscriptText;
  readonly isError: boolean;
  readonly durationMs: number;
  /** Who answered: `mock 2 of 3`, `fake gitlab`, `unmocked`; left out where that is not known. */
  readonly answeredBy?: string;
}

export interface EnteredStep {
  readonly type: "entered";
  readonly component: string;
}

/** Something the engine did on its own. */
export interface NoteStep {
  readonly type: "note";
  readonly component: string;
  readonly kind: string;
  readonly text: TranscriptText;
}

/** The answer of an exchange, where no reply of a model is known that says it. */
export interface AnswerStep {
  readonly type: "answer";
  readonly turn: number;
  readonly text: TranscriptText;
}

export type TranscriptStep = UserStep | ReplyStep | CallStep | EnteredStep | NoteStep | AnswerStep;

/** A message of the user with the answer to it. */
export interface TranscriptExchange {
  readonly user: TranscriptText;
  readonly answer: TranscriptText;
  /** How many tool calls the trial had made by then, from its start. */
  readonly calls: number;
}

/** What happened in a finished trial, in order, without what judges were asked. Bounded: long texts are cut. */
export interface TrialTranscript extends TrialKey {
  readonly outcome: Outcome;
  readonly steps: readonly TranscriptStep[];
  /** How many steps at its end are left out, as the trial is too long; left out where none is. */
  readonly omittedSteps?: number;
  /** Empty where the trial was broken off, and in old journals. */
  readonly exchanges: readonly TranscriptExchange[];
  /** What the user had said before the case began; nearly always empty. */
  readonly earlier: readonly TranscriptText[];
}

/** The transcripts of a run, as far as they are held. */
export interface Transcripts {
  /** In suite, case, target, trial order. */
  readonly transcripts: readonly TrialTranscript[];
  /** Finished trials that have none here, as all together would be too large; in the same order. */
  readonly omitted: readonly TrialKey[];
}
