import type { JsonObject } from "../core/json.ts";
import type { Rubric } from "./rubric.ts";

/** What a judge is shown of a trial. All of it is untrusted. */
export interface ShownTrial {
  /** The user's messages, in order. */
  readonly question: readonly string[];
  readonly answer: string;
  readonly calls: readonly {
    readonly tool: string;
    readonly args: JsonObject;
    readonly result: string;
    readonly isError: boolean;
  }[];
}

/** What a judge is asked about a trial. */
export interface JudgeItems {
  /** Plain-language statements; criterion 1 is the first. */
  readonly criteria: readonly string[];
  /** Rubric 1 is the first. */
  readonly rubrics?: readonly Rubric[];
}

export interface JudgeInput extends ShownTrial, JudgeItems {}
