import { throwAll } from "../../core/errors/app-error.ts";
import { readServiceYaml, yamlErrors } from "../../yaml/index.ts";
import type { Prompt } from "../model/prompt.ts";
import { problemError } from "../problem/flow-problem.ts";
import { ConfigNode, ConfigSource } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";
import { FieldReader } from "./field-reader.ts";
import { readPromptModel } from "./read-prompt-model.ts";
import { readPromptParams } from "./read-prompt-params.ts";
import { readPromptEntries } from "./read-prompt.ts";

/**
 * Reads a prompt's file of a registry. Its folder says its id, and it has one `unit_primitive`. Only the
 * template must be right: the other settings belong to the service, whose newer versions may have more.
 */
export function readRegistryPrompt(text: string, file: string, id: string): Prompt {
  const yaml = readServiceYaml(text, file);
  throwAll(yamlErrors(yaml.problems, file));
  const source = new ConfigSource(yaml);
  const root = new ConfigNode(source, yaml.value);
  const owner = `prompt "${id}"`;
  const fields = new FieldReader(root, { owner, missing: "E20", wrong: "E24" });
  const template = root.child("prompt_template");
  if (root.dict === undefined) {
    const message = `${owner} must be a mapping, not ${describeValue(root.value)}`;
    root.report({ rule: "E20", message });
  } else if (!template.exists) fields.missing("prompt_template");
  else if (template.dict === undefined) fields.wrong(template, "a mapping of roles");
  const entries = readPromptEntries(template, fields);
  throwAll(source.problems.map((problem) => problemError(problem, file)));

  const unitPrimitive = fields.optionalText("unit_primitive");
  return {
    ...root.located,
    file,
    id,
    name: fields.optionalText("name") ?? id,
    unitPrimitives: unitPrimitive === undefined ? [] : [unitPrimitive],
    entries,
    params: readPromptParams(root, owner),
    ...readPromptModel(root, owner),
    operationType: fields.optionalText("operation_type"),
  };
}
