import { yamlDefinitions } from "../flow/index.ts";
import { exampleChange } from "./change/example-change.ts";
import { exampleDefinitions, isDefinitionsPath } from "./definitions/example-definitions.ts";
import { lintDefinitions } from "./definitions/lint-definitions.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { bundledKnowledge } from "./knowledge/index.ts";
import { lintText } from "./lint-text.ts";
import { completeExample } from "./rule/complete-example.ts";
import type { GoodExample } from "./rule/rule-example.ts";

/** What is found in an example of a rule, by all rules, in the repository that the example describes. */
export function lintExample(example: GoodExample): readonly Diagnostic[] {
  const file = example.path ?? "flow.yml";
  const definitions = exampleDefinitions(example, bundledKnowledge);
  if (isDefinitionsPath(file)) {
    const read = yamlDefinitions(example.yaml, file);
    return lintDefinitions(read, { knowledge: bundledKnowledge, definitions }).diagnostics;
  }
  return lintText(completeExample(example), file, {
    knowledge: bundledKnowledge,
    definitions,
    change: exampleChange(example),
  });
}
