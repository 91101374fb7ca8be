import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import type { Flow, FlowInput } from "../../flow/index.ts";
import type { ContextInputs } from "../run-options.ts";
import type { RunScope } from "../session/run-scope.ts";
import { declaredInput } from "./declared-input.ts";
import { toEnvelopes } from "./envelopes.ts";
import { executorCategories, executorInputs } from "./executor-inputs.ts";

/** The additional context of a request as `context.inputs` holds it. */
export function additionalContext(
  flow: Flow,
  inputs: ContextInputs | undefined,
  { recorder }: RunScope,
): PyDict {
  const envelopes = toEnvelopes(inputs);
  const declared = declaredInputs(flow);
  for (const { category } of envelopes) {
    if (declared.has(category) || executorCategories.includes(category)) continue;
    const text = `the flow does not declare the additional context "${category}", so it is left out`;
    recorder.note("", "context_skipped", text);
  }
  const values = new Map<string, PyValue>(executorInputs(envelopes));
  for (const input of declared.values()) {
    const value = declaredInput(input, envelopes);
    if (value !== undefined) values.set(input.category, value);
  }
  return values;
}

/** The declarations that count: the last of each category, and none for what the executor sends. */
function declaredInputs(flow: Flow): ReadonlyMap<string, FlowInput> {
  const byCategory = flow.inputs.map((input) => [input.category, input] as const);
  return new Map(byCategory.filter(([category]) => !executorCategories.includes(category)));
}
