import type { Usage } from "../model/index.ts";

export type Verdict = "met" | "not_met" | "cannot_tell";

/** Why a judge decides as it does. */
export interface Reasons {
  /** Quoted from the record; empty where nothing can be quoted. */
  readonly evidence: string;
  /** Where the quoted passages stand: `answer`, `result of call 2`, `question`; each once. */
  readonly from: readonly string[];
  readonly reasoning: string;
}

export interface CriterionVerdict extends Reasons {
  /** From 1, as in the request. */
  readonly criterion: number;
  readonly verdict: Verdict;
}

export interface RubricGrade extends Reasons {
  /** From 1, as in the request. */
  readonly rubric: number;
  /** A whole number of the rubric's scale. */
  readonly grade: number | "cannot_tell";
}

/** An answer of a judge to one request. `error` is missing data: it never counts for or against the agent. */
export type Judgment =
  | {
      readonly type: "verdicts";
      /** One for each criterion, in their order. */
      readonly verdicts: readonly CriterionVerdict[];
      /** One for each rubric, in their order. */
      readonly grades: readonly RubricGrade[];
      readonly usage: Usage;
      /** Hash of template, schema, model, parameters, criteria and rubrics. */
      readonly fingerprint: string;
    }
  | {
      readonly type: "error";
      /** `infra` when the provider or the network failed; `judge` when the answer could not be used. */
      readonly cause: "judge" | "infra";
      readonly message: string;
      readonly usage: Usage;
      readonly fingerprint: string;
    };
