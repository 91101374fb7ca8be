import { type FlowInspection, inspectFlow } from "../../flow/index.ts";
import type { LintInput } from "../rule/lint-rule.ts";

/** Another version of a flow, read with the same knowledge. */
export function inspectBase(
  text: string,
  { file, knowledge }: Pick<LintInput, "file" | "knowledge">,
): FlowInspection {
  return inspectFlow(text, file, knowledge);
}
