import { isPyList } from "../../core/python/py-value.ts";
import type { FlowInput, FlowInputField } from "../model/flow-input.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";
import { FieldReader } from "./field-reader.ts";
import { laxBoolean } from "./lax-scalar.ts";

/** `flow.inputs`: the categories of additional context that the flow declares. */
export function readFlowInputs(flow: ConfigNode): readonly FlowInput[] {
  const inputs = flow.child("inputs");
  if (!inputs.exists || inputs.value === null) return [];
  if (!isPyList(inputs.value)) {
    const message = `"flow.inputs" must be a list, not ${describeValue(inputs.value)}`;
    inputs.report({ rule: "E16", message, hint: 'begin each with "- category:"' });
  }
  return inputs.items().flatMap((item, index) => readFlowInput(item, index + 1) ?? []);
}

function readFlowInput(item: ConfigNode, number: number): FlowInput | undefined {
  const { value: name } = item.child("category");
  const owner =
    typeof name === "string" ? `context category "${name}"` : `context category ${number}`;
  if (item.dict === undefined) {
    item.report({
      rule: "E16",
      message: `${owner} must be a mapping, not ${describeValue(item.value)}`,
      hint: 'begin it with "- category:"',
    });
    return undefined;
  }
  const shape = new FieldReader(item, { owner, missing: "E16", wrong: "E16" });
  const version = new FieldReader(item, { owner, missing: "E19", wrong: "E19" });
  const schema = item.child("input_schema");
  if (!schema.exists) shape.missing("input_schema");
  else if (schema.dict === undefined) shape.wrong(schema, "a mapping");
  return {
    ...item.located,
    category: shape.text("category"),
    fields: schema.entries().flatMap((entry) => readField(entry, owner) ?? []),
    versionConstraint: version.optionalText("version_constraint"),
  };
}

interface SchemaEntry {
  readonly key: string;
  readonly node: ConfigNode;
}

function readField({ key, node }: SchemaEntry, category: string): FlowInputField | undefined {
  const owner = `field "${key}" of ${category}`;
  if (node.keyKind !== undefined) {
    node.reportKey({
      rule: "E16",
      message: `the name of ${owner} is not a text`,
      hint: "put it in quotes",
    });
  }
  if (node.dict === undefined) {
    const message = `${owner} must be a mapping, not ${describeValue(node.value)}`;
    node.report({ rule: "E17", message, hint: 'write "type: string" below it' });
    return undefined;
  }
  const type = new FieldReader(node, { owner, missing: "E17", wrong: "E17" });
  const rest = new FieldReader(node, { owner, missing: "E18", wrong: "E18" });
  const optional = node.child("optional");
  const isOptional =
    optional.value === undefined || optional.value === null ? false : laxBoolean(optional.value);
  if (isOptional === undefined) rest.wrong(optional, "true or false");
  return {
    ...node.located,
    name: key,
    type: type.text("type"),
    format: rest.optionalText("format"),
    description: rest.optionalText("description"),
    optional: isOptional ?? false,
  };
}
