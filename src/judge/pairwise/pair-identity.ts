import { canonicalJson } from "../../core/canonical-json.ts";
import type { PairInput } from "./pair-input.ts";
import { pairClosing, pairCriteriaText, pairSystem } from "./pair-prompt.ts";
import { pairParameters, preferenceSchema } from "./pair-request.ts";

/** Hash of what decides a judge's preferences besides what it is shown: template, schema, model, parameters. */
export function pairJudgeIdentity(model: string, hash: (text: string) => string): string {
  const template = [pairSystem, pairCriteriaText([]), pairClosing];
  const parameters = { ...pairParameters };
  return hash(canonicalJson({ model, parameters, schema: preferenceSchema, template }));
}

/** Hash of one request as a whole: judge, question, criteria, and both answers in the order in which they are shown. */
export function pairKey(
  { question, first, second, criteria }: PairInput,
  judge: string,
  hash: (text: string) => string,
): string {
  return hash(canonicalJson({ judge, question, first, second, criteria }));
}
