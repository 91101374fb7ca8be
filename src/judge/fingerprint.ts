import { canonicalJson } from "../core/canonical-json.ts";
import { judgeClosing, judgeSystem } from "./judge-prompt.ts";
import { judgeMaxTokens, judgeTemperature } from "./judge-request.ts";
import { verdictSchema } from "./verdict-tool.ts";

/**
 * Hash of what decides a judge's verdicts besides the record: template, schema, model, parameters and
 * criteria. Two verdicts can be compared only if theirs are the same.
 */
export function judgeFingerprint(
  model: string,
  criteria: readonly string[],
  hash: (text: string) => string,
): string {
  // The names are in their order: together it is the canonical JSON of all of it.
  const own = canonicalJson({ criteria, model });
  return hash(`${own.slice(0, -1)},${fixedPart(criteria.length).slice(1)}`);
}

const fixedParts = new Map<number, string>();

/** What does not depend on the trial is large, and the same for all that have so many criteria. */
function fixedPart(criteria: number): string {
  const known = fixedParts.get(criteria);
  if (known !== undefined) return known;
  const text = canonicalJson({
    template: [judgeSystem, judgeClosing],
    schema: verdictSchema(criteria),
    parameters: { maxTokens: judgeMaxTokens(criteria), temperature: judgeTemperature },
  });
  fixedParts.set(criteria, text);
  return text;
}
