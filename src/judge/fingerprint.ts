import { canonicalJson } from "../core/canonical-json.ts";
import type { JudgeItems } from "./judge-input.ts";
import { itemsText, judgeClosing, judgeSystem } from "./judge-prompt.ts";
import { judgeParameters } from "./judge-request.ts";
import { verdictSchema } from "./verdict-tool.ts";

/** What is asked of a judge, and how often. */
export interface JudgeSetup extends JudgeItems {
  readonly model: string;
  /** 1 by default. */
  readonly votes?: number;
}

/**
 * Hash of what decides a judge's verdicts besides the record: template, schema, model, parameters,
 * criteria and rubrics. Two verdicts can be compared only if theirs are the same.
 */
export function judgeFingerprint(
  { model, votes = 1, ...items }: JudgeSetup,
  hash: (text: string) => string,
): string {
  const { criteria } = items;
  const parameters = { ...judgeParameters(items, votes) };
  return hash(canonicalJson({ criteria, model, parameters }) + fixedText(items));
}

/** Of a jury: that of its only request, where there is one, else a hash of all and how they are counted. */
export function juryFingerprint(
  judges: readonly string[],
  votes: number,
  hash: (text: string) => string,
): string {
  const [only] = judges;
  if (judges.length === 1 && votes === 1 && only !== undefined) return only;
  return hash(canonicalJson({ judges, votes }));
}

const fixedTexts = new Map<number, string>();

/** What does not depend on the words of criteria is large, and mostly the same for all that have so many. */
function fixedText({ criteria, rubrics = [] }: JudgeItems): string {
  const known = rubrics.length === 0 ? fixedTexts.get(criteria.length) : undefined;
  if (known !== undefined) return known;
  const text = canonicalJson({
    template: [judgeSystem, judgeClosing, itemsText({ criteria: [], rubrics })],
    schema: verdictSchema({ criteria, rubrics }),
  });
  if (rubrics.length === 0) fixedTexts.set(criteria.length, text);
  return text;
}
