import type { PyValue } from "../../core/python/py-value.ts";
import type { FlowInput } from "../../flow/index.ts";
import { fittingContent } from "../context/declared-input.ts";
import type { ContextEnvelope } from "../run-options.ts";

/** The value of a declared category in an experimental flow: the last envelope's, and each has to fit. */
export function unversionedInput(
  input: FlowInput,
  envelopes: readonly ContextEnvelope[],
): PyValue | undefined {
  return envelopes
    .filter(({ category }) => category === input.category)
    .map((envelope) => fittingContent(input, envelope))
    .at(-1);
}
