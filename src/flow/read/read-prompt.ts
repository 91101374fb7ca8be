import { isPyDict, isPyList } from "../../core/python/py-value.ts";
import { clip } from "../../core/text/clip.ts";
import { unitPrimitives } from "../facts/unit-primitives.ts";
import type { Prompt, PromptEntry } from "../model/prompt.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";
import { FieldReader } from "./field-reader.ts";
import { readPromptModel } from "./read-prompt-model.ts";
import { readPromptParams } from "./read-prompt-params.ts";
import { reportUnknownKeys } from "./unknown-keys.ts";

const knownKeys = [
  "prompt_id",
  "name",
  "unit_primitives",
  "prompt_template",
  "params",
  "model",
  "operation_type",
];
const maxShown = 60;
const operationTypes = ["standard", "compaction_auto", "compaction_manual"] as const;

/** One entry of `prompts`. Unlike in components, unknown keys are refused. */
export function readPrompt(node: ConfigNode, number: number): Prompt | undefined {
  const { value: promptId } = node.child("prompt_id");
  const owner = typeof promptId === "string" ? `prompt "${promptId}"` : `prompt ${number}`;
  if (node.dict === undefined) {
    const message = `${owner} must be a mapping, not ${describeValue(node.value)}`;
    node.report({ rule: "E20", message, hint: 'begin it with "- prompt_id:"' });
    return undefined;
  }
  reportUnknownKeys(node, { rule: "E21", owner, known: knownKeys });
  const fields = new FieldReader(node, { owner, missing: "E20", wrong: "E22" });
  return {
    ...node.located,
    file: node.source.yaml.file,
    id: fields.text("prompt_id"),
    name: readName(node, fields),
    unitPrimitives: readUnitPrimitives(node, owner),
    entries: readTemplate(node, owner),
    params: readPromptParams(node, owner),
    ...readPromptModel(node, owner),
    operationType: node.child("operation_type").exists
      ? fields.choice("operation_type", operationTypes)
      : undefined,
  };
}

/** The guide that newcomers begin with shows prompts that its own service does not take. */
const guide = "GitLab's guide prints prompts without it, which its validator refuses";

function readName(node: ConfigNode, fields: FieldReader): string {
  const { value: id } = node.child("prompt_id");
  if (node.child("name").exists) return fields.text("name");
  const name = typeof id === "string" ? `, perhaps "name: ${clip(id, maxShown)}"` : "";
  fields.missing("name", `add "name"${name}; ${guide}`);
  return "";
}

function readUnitPrimitives(node: ConfigNode, owner: string): readonly string[] {
  const fields = new FieldReader(node, { owner, missing: "E20", wrong: "E23" });
  if (!node.child("unit_primitives").exists) {
    fields.missing("unit_primitives", `add "unit_primitives: []"; ${guide}`);
  }
  return fields.texts("unit_primitives", { choices: unitPrimitives });
}

function readTemplate(node: ConfigNode, owner: string): readonly PromptEntry[] {
  const fields = new FieldReader(node, { owner, missing: "E20", wrong: "E24" });
  const template = node.child("prompt_template");
  if (!template.exists) fields.missing("prompt_template");
  else if (!isPyDict(template.value)) fields.wrong(template, "a mapping of roles");
  return readPromptEntries(template, fields);
}

/** The templates of each role, in the order of the file. */
export function readPromptEntries(
  template: ConfigNode,
  fields: FieldReader,
): readonly PromptEntry[] {
  return template.entries().flatMap(({ key: role, node: entry }) => {
    if (entry.keyKind !== undefined) fields.wrong(entry, "under a role in quotes");
    const texts = readTexts(entry, fields);
    return texts && [{ ...entry.located, role, texts, isList: isPyList(entry.value) }];
  });
}

function readTexts(entry: ConfigNode, fields: FieldReader): readonly string[] {
  if (typeof entry.value === "string") return [entry.value];
  if (!isPyList(entry.value)) {
    fields.wrong(entry, "a text or a list of texts");
    return [];
  }
  return entry.items().flatMap((item) => {
    if (typeof item.value === "string") return [item.value];
    fields.wrong(item, "a text");
    return [];
  });
}
