import type { Diagnostic } from "./diagnostic.ts";
import { bundledKnowledge } from "./knowledge/index.ts";
import { lintText } from "./lint-text.ts";
import { completeExample } from "./rule/complete-example.ts";
import type { GoodExample } from "./rule/rule-example.ts";

/** What is found in an example of a rule, by all rules, in the repository that the example describes. */
export function lintExample(example: GoodExample): readonly Diagnostic[] {
  const file = example.path ?? "flow.yml";
  return lintText(completeExample(example), file, { knowledge: bundledKnowledge });
}
