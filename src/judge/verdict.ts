import type { Usage } from "../model/index.ts";

export interface CriterionVerdict {
  /** From 1, as in the request. */
  readonly criterion: number;
  readonly verdict: "met" | "not_met" | "cannot_tell";
  /** Quoted from the transcript; empty where the criterion states an absence. */
  readonly evidence: string;
  readonly reasoning: string;
}

/** What came of asking a judge. `error` is missing data: it never counts for or against the agent. */
export type Judgment =
  | {
      readonly type: "verdicts";
      readonly verdicts: readonly CriterionVerdict[];
      readonly usage: Usage;
      /** Hash of template, schema, model, parameters and criteria. */
      readonly fingerprint: string;
    }
  | {
      readonly type: "error";
      /** `infra` when the provider or the network failed; `judge` when the answer could not be used. */
      readonly cause: "judge" | "infra";
      readonly message: string;
      readonly usage: Usage;
    };
