import type { Prompt, PromptModelParams } from "../model/prompt.ts";
import type { ConfigNode } from "./config-node.ts";
import { FieldReader } from "./field-reader.ts";
import { laxInteger } from "./lax-scalar.ts";
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
    modelParams: readModelParams(node, owner),
    providerParams: readProviderParams(node, owner),
  };
}

/** May be left out, but not null. */
function readModelParams(model: ConfigNode, owner: string): PromptModelParams {
  const node = model.child("params");
  if (!node.exists) return {};
  if (node.dict !== undefined) return readParams(node, `"params" of ${owner}`);
  const fields = new FieldReader(model, { owner, missing: "E26", wrong: "E26" });
  fields.wrong(node, "a mapping");
  return {};
}

/** Reports what is neither a mapping, nor left out or null. */
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
      if (header.keyKind !== undefined) fields.wrong(header, "under a name in quotes");
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
    const ownerOfOpenai = `"openai" of ${owner}`;
    checkBlock(openai, { owner: ownerOfOpenai, known: ["verbosity", "reasoning"] });
    texts(openai, ownerOfOpenai).optionalText("verbosity");
    const reasoning = openai.child("reasoning");
    if (isMapping(reasoning, openai, owner)) {
      readReasoning(reasoning, `"reasoning" of ${owner}`);
    }
  }
  return node.dict;
}

function readReasoning(node: ConfigNode, owner: string): void {
  checkBlock(node, { owner, known: ["effort", "summary"] });
  const fields = texts(node, owner);
  fields.optionalText("summary");
  const { value: effort = null } = node.child("effort");
  if (effort === null || typeof effort === "string" || laxInteger(effort) !== undefined) return;
  fields.wrong(node.child("effort"), "a text or a whole number");
}

function texts(node: ConfigNode, owner: string): FieldReader {
  return new FieldReader(node, { owner, missing: "E26", wrong: "E26" });
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
