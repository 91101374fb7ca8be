import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import type { Flow, FlowInput } from "../../flow/index.ts";
import { unversionedInput } from "../experimental/unversioned-input.ts";
import type { ContextInputs } from "../run-options.ts";
import type { RunScope } from "../session/run-scope.ts";
import { canceledTurn, canceledTurnCategory } from "./canceled-turn.ts";
import { declaredInput } from "./declared-input.ts";
import { toEnvelopes } from "./envelopes.ts";
import { executorCategories, executorInputs } from "./executor-inputs.ts";

/** What a flow cannot declare, because it does not depend on the flow. */
const ownCategories: ReadonlySet<string> = new Set([...executorCategories, canceledTurnCategory]);

/** The additional context of a request as `context.inputs` holds it. */
export function additionalContext(
  flow: Flow,
  inputs: ContextInputs | undefined,
  { recorder }: RunScope,
): PyDict {
  const envelopes = toEnvelopes(inputs);
  const declared = declaredInputs(flow);
  for (const { category } of envelopes) {
    if (declared.has(category) || ownCategories.has(category)) continue;
    const text = `the flow does not declare the additional context "${category}", so it is left out`;
    recorder.note("", "context_skipped", text);
  }
  const values = new Map<string, PyValue>(executorInputs(envelopes));
  const readInput = flow.version === "experimental" ? unversionedInput : declaredInput;
  for (const input of declared.values()) {
    const value = readInput(input, envelopes);
    if (value !== undefined) values.set(input.category, value);
  }
  const canceled = canceledTurn(envelopes);
  if (canceled !== undefined) values.set(canceledTurnCategory, canceled);
  return values;
}

/** The declarations that count: the last of each category, and none for what needs none. */
function declaredInputs(flow: Flow): ReadonlyMap<string, FlowInput> {
  const byCategory = flow.inputs.map((input) => [input.category, input] as const);
  return new Map(byCategory.filter(([category]) => !ownCategories.has(category)));
}
