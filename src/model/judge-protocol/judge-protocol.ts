import type { JsonValue } from "../../core/json.ts";
import { criteriaCount } from "./criteria-count.ts";
import { enclose, readEnclosed } from "./enclose.ts";
import { readBoth, type ShownPair } from "./read-both.ts";
import { rubricKeysIn } from "./rubric-keys-in.ts";

/** What a judge and a script that plays one must agree on. */
export interface JudgeProtocol {
  /** The one tool that a judge is offered and must call. */
  readonly toolName: string;
  /** The one tool of a judge that is asked which of two answers is better. */
  readonly preferenceToolName: string;
  /** The label under which the answer is enclosed. */
  readonly answerLabel: string;
  /** Those of the two answers that are held against each other; of a conversation with a number each. */
  readonly pairLabels: { readonly first: string; readonly second: string };
  enclose(label: string, text: string): string;
  readEnclosed(label: string, prompt: string): string | undefined;
  /** Both answers of a request that holds them against each other; of a conversation all that was answered. */
  readBoth(prompt: string): ShownPair;
  criteriaCount(inputSchema: JsonValue | undefined): number | undefined;
  /** The keys of `grades`, in the order of the rubrics. */
  rubricKeysIn(inputSchema: JsonValue | undefined): readonly string[];
}

const pairLabels = { first: "first answer", second: "second answer" } as const;

/**
 * A judge is offered exactly one tool, `record_verdicts`, whose input is `{ verdicts: [{ criterion,
 * evidence, reasoning, verdict }], grades: { <rubric>: { evidence, reasoning, grade } } }`, with
 * `minItems` = `maxItems` = the number of criteria, and without the part that nothing is asked of. One
 * that holds two answers against each other is offered `record_preference` instead, whose input is
 * `{ evidence, reasoning, winner }`. It reads untrusted text between the markers of {@link enclose}.
 */
export const judgeProtocol: JudgeProtocol = {
  toolName: "record_verdicts",
  preferenceToolName: "record_preference",
  answerLabel: "answer",
  pairLabels,
  enclose,
  readEnclosed,
  readBoth: (prompt) => readBoth(prompt, pairLabels),
  criteriaCount,
  rubricKeysIn,
};
