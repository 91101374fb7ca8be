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
  return hash(
    canonicalJson({
      template: [judgeSystem, judgeClosing],
      schema: verdictSchema(criteria.length),
      model,
      parameters: { maxTokens: judgeMaxTokens(criteria.length), temperature: judgeTemperature },
      criteria,
    }),
  );
}
