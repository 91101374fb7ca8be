import { isPyList } from "../../core/python/py-value.ts";
import type { PromptParams } from "../model/prompt.ts";
import type { ConfigNode } from "./config-node.ts";
import { FieldReader } from "./field-reader.ts";
import { reportUnknownKeys } from "./unknown-keys.ts";

const knownKeys = [
  "stop",
  "timeout",
  "vertex_location",
  "cache_control_injection_points",
  "context_management",
  "model_id",
];

/** `params` of a prompt: what is bound to each call. */
export function readPromptParams(prompt: ConfigNode, ownerOfPrompt: string): PromptParams {
  const node = prompt.child("params");
  if (!node.exists || node.value === null) return {};
  const outer = new FieldReader(prompt, { owner: ownerOfPrompt, missing: "E25", wrong: "E25" });
  if (node.dict === undefined) outer.wrong(node, "a mapping");
  const owner = `"params" of ${ownerOfPrompt}`;
  reportUnknownKeys(node, { rule: "E25", owner, known: knownKeys });
  const fields = new FieldReader(node, { owner, missing: "E25", wrong: "E25" });
  fields.optionalText("vertex_location");
  checkNested(fields);
  const stop = node.child("stop");
  const timeout = fields.optionalNumber("timeout");
  const modelId = fields.optionalText("model_id");
  return {
    ...(stop.exists && stop.value !== null && { stop: fields.texts("stop") }),
    ...(timeout !== undefined && { timeout }),
    ...(modelId !== undefined && { modelId }),
  };
}

function checkNested(fields: FieldReader): void {
  const points = fields.node.child("cache_control_injection_points");
  if (points.exists && points.value !== null && !isPyList(points.value))
    fields.wrong(points, "a list");
  for (const point of points.items()) {
    if (point.dict === undefined) fields.wrong(point, "a mapping");
  }
  const management = fields.node.child("context_management");
  if (management.exists && management.value !== null && management.dict === undefined) {
    fields.wrong(management, "a mapping");
  }
}
