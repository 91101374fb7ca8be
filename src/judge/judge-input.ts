import type { JsonObject } from "../core/json.ts";

/** What a judge is shown. All of it but the criteria is untrusted. */
export interface JudgeInput {
  /** The user's messages, in order. */
  readonly question: readonly string[];
  readonly answer: string;
  readonly calls: readonly {
    readonly tool: string;
    readonly args: JsonObject;
    readonly result: string;
    readonly isError: boolean;
  }[];
  /** Plain-language statements; criterion 1 is the first. */
  readonly criteria: readonly string[];
}
