import type { Prompt, PromptModelParams } from "../model/prompt.ts";
import type { ConfigNode } from "./config-node.ts";
import { FieldReader } from "./field-reader.ts";
import { reportUnknownKeys } from "./unknown-keys.ts";

const paramKeys = [
  "model",
  "temperature",
  "top_p",
  "top_k",
  "max_tokens",
  "max_retries",
  "extra_headers",
];

/** `model` of a prompt. The service's documentation calls it unsupported, and its flows use it. */
export function readPromptModel(
  prompt: ConfigNode,
  ownerOfPrompt: string,
): Pick<Prompt, "modelParams" | "providerParams"> {
  const node = prompt.child("model");
  const owner = `"model" of ${ownerOfPrompt}`;
  if (!isMapping(node, prompt, ownerOfPrompt))
    return { modelParams: {}, providerParams: undefined };
  reportUnknownKeys(node, { rule: "E26", owner, known: ["params", "provider_params"] });
  return {
    modelParams: isMapping(node.child("params"), node, owner)
      ? readParams(node.child("params"), `"params" of ${owner}`)
      : {},
    providerParams: readProviderParams(node, owner),
  };
}

/** Reports what is neither a mapping nor left out. */
function isMapping(node: ConfigNode, parent: ConfigNode, owner: string): boolean {
  if (node.dict !== undefined) return true;
  const fields = new FieldReader(parent, { owner, missing: "E26", wrong: "E26" });
  if (node.exists && node.value !== null) fields.wrong(node, "a mapping");
  return false;
}

function readParams(node: ConfigNode, owner: string): PromptModelParams {
  reportUnknownKeys(node, { rule: "E26", owner, known: paramKeys });
  const fields = new FieldReader(node, { owner, missing: "E26", wrong: "E26" });
  fields.optionalInteger("max_retries");
  const headers = node.child("extra_headers");
  if (isMapping(headers, node, owner)) {
    for (const { node: header } of headers.entries()) {
      if (typeof header.value !== "string") fields.wrong(header, "a text");
    }
  }
  const model = fields.optionalText("model");
  const temperature = fields.optionalNumber("temperature");
  const topP = fields.optionalNumber("top_p");
  const topK = fields.optionalInteger("top_k");
  const maxTokens = fields.optionalInteger("max_tokens");
  return {
    ...(model !== undefined && { model }),
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { topP }),
    ...(topK !== undefined && { topK }),
    ...(maxTokens !== undefined && { maxTokens }),
  };
}

function readProviderParams(model: ConfigNode, ownerOfModel: string): Prompt["providerParams"] {
  const node = model.child("provider_params");
  if (!isMapping(node, model, ownerOfModel)) return undefined;
  const owner = `"provider_params" of ${ownerOfModel}`;
  checkBlock(node, { owner, known: ["openai"] });
  const openai = node.child("openai");
  if (isMapping(openai, node, owner)) {
    checkBlock(openai, { owner: `"openai" of ${owner}`, known: ["verbosity", "reasoning"] });
    const reasoning = openai.child("reasoning");
    if (isMapping(reasoning, openai, owner)) {
      checkBlock(reasoning, { owner: `"reasoning" of ${owner}`, known: ["effort", "summary"] });
    }
  }
  return node.dict;
}

interface Block {
  readonly owner: string;
  readonly known: readonly string[];
}

/** No block of provider settings may be empty, by keys or by values. */
function checkBlock(node: ConfigNode, { owner, known }: Block): void {
  reportUnknownKeys(node, { rule: "E27", owner, known });
  if (node.entries().some(({ node: entry }) => entry.value !== null)) return;
  node.report({ rule: "E27", message: `${owner} is empty`, hint: "remove it, or set something" });
}
