import type { ModelClient, Usage } from "../model/index.ts";
import type { Reasons, Verdict } from "./verdict.ts";

/** Who judges, and how often each is asked. */
export interface Jury {
  /** One judge, or the models of a panel; each once. */
  readonly judges: readonly ModelClient[];
  /** How often each of them is asked the same; odd, 1 by default. */
  readonly votes?: number;
  /** Whether every criterion and rubric is a request of its own; else all of them are one. */
  readonly isolate?: boolean;
}

/** What is decided of one criterion (a verdict) or of one rubric (a grade). */
export type Opinion = Verdict | number;

/** One answer of one judge about one criterion or rubric. */
export type Vote =
  | ({ readonly type: "vote"; readonly opinion: Opinion } & Reasons)
  /** There is no answer, for a reason that says nothing about the agent. */
  | { readonly type: "none"; readonly cause: "judge" | "infra"; readonly message: string };

/** All answers of one judge about one criterion or rubric, and what they come to. */
export interface JudgeVotes {
  readonly model: string;
  /** Of its requests; see `judgeFingerprint`. */
  readonly fingerprint: string;
  readonly votes: readonly Vote[];
  readonly opinion: Opinion;
}

/** What a jury says of one criterion or rubric. */
export interface ItemJudgment {
  /** `cannot_tell` also where there is no majority. */
  readonly opinion: Opinion;
  /** In the order of the jury. */
  readonly judges: readonly JudgeVotes[];
  /** Of everything that decides besides the record: two judgments are comparable if it is the same. */
  readonly fingerprint: string;
  /** Why votes are missing that could have decided otherwise; only where the opinion is `cannot_tell`. */
  readonly failure?: { readonly cause: "judge" | "infra"; readonly message: string };
}

/** What a jury says of a trial. */
export interface JuryJudgment {
  /** One for each criterion, in their order. */
  readonly criteria: readonly ItemJudgment[];
  /** One for each rubric, in their order. */
  readonly rubrics: readonly ItemJudgment[];
  /** Of all requests. */
  readonly usage: Usage;
}
