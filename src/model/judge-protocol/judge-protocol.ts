import type { JsonValue } from "../../core/json.ts";
import { criteriaCount } from "./criteria-count.ts";
import { enclose, readEnclosed } from "./enclose.ts";
import { rubricKeysIn } from "./rubric-keys-in.ts";

/** What a judge and a script that plays one must agree on. */
export interface JudgeProtocol {
  /** The one tool that a judge is offered and must call. */
  readonly toolName: string;
  /** The label under which the answer is enclosed. */
  readonly answerLabel: string;
  enclose(label: string, text: string): string;
  readEnclosed(label: string, prompt: string): string | undefined;
  criteriaCount(inputSchema: JsonValue | undefined): number | undefined;
  /** The keys of `grades`, in the order of the rubrics. */
  rubricKeysIn(inputSchema: JsonValue | undefined): readonly string[];
}

/**
 * A judge is offered exactly one tool, `record_verdicts`, whose input is `{ verdicts: [{ criterion,
 * evidence, reasoning, verdict }], grades: { <rubric>: { evidence, reasoning, grade } } }`, with
 * `minItems` = `maxItems` = the number of criteria, and without the part that nothing is asked of. It
 * reads untrusted text between the markers of {@link enclose}.
 */
export const judgeProtocol: JudgeProtocol = {
  toolName: "record_verdicts",
  answerLabel: "answer",
  enclose,
  readEnclosed,
  criteriaCount,
  rubricKeysIn,
};
