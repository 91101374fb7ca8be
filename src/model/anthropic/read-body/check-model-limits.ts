import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { blocksOf, type MessagesBody } from "../messages-body.ts";
import type { ModelTraits } from "../model-traits.ts";
import { isList } from "./check.ts";

/** The newest version of the API, which has no parameters for sampling any more. */
const withoutSampling = "2026-10-21";
const samplingKeys = ["temperature", "top_k", "top_p"] as const;
const maxCacheMarks = 4;

/** What depends on the model, and on the version of the API. */
export function checkModelLimits(
  body: JsonObject & MessagesBody,
  traits: ModelTraits,
  version: string | undefined,
): string | undefined {
  return (
    checkSampling(body, traits, version) ??
    checkEnd(body, traits) ??
    (countCacheMarks(body) > maxCacheMarks
      ? `A maximum of ${maxCacheMarks} blocks with cache_control may be provided. Found ${countCacheMarks(body)}.`
      : undefined)
  );
}

function checkSampling(
  body: JsonObject,
  traits: ModelTraits,
  version: string | undefined,
): string | undefined {
  const key = samplingKeys.find((candidate) => body[candidate] !== undefined);
  if (key === undefined) return undefined;
  if (version === withoutSampling) return `${key}: Extra inputs are not permitted`;
  if (!traits.temperature) return `\`${key}\` is deprecated for this model.`;
  return (
    checkShare(body, "temperature") ??
    checkShare(body, "top_p") ??
    (isCount(body["top_k"])
      ? undefined
      : "top_k: Input should be an integer greater than or equal to 0")
  );
}

function checkShare(body: JsonObject, key: "temperature" | "top_p"): string | undefined {
  const value = body[key];
  if (value === undefined) return undefined;
  return typeof value === "number" && value >= 0 && value <= 1 ? undefined : `${key}: range: 0..1`;
}

function isCount(value: JsonValue | undefined): boolean {
  return value === undefined || (Number.isInteger(value) && Number(value) >= 0);
}

function checkEnd({ messages }: MessagesBody, { prefill }: ModelTraits): string | undefined {
  const last = messages.at(-1);
  if (last?.role !== "assistant") return undefined;
  if (!prefill) {
    return "This model does not support assistant message prefill. The conversation must end with a user message.";
  }
  const block = blocksOf(last).at(-1);
  return block?.type === "text" && block.text !== block.text.trimEnd()
    ? "messages: final assistant content cannot end with trailing whitespace"
    : undefined;
}

function countCacheMarks({ system, tools, messages }: JsonObject): number {
  const lists = [system, tools, ...listOf(messages).map(contentOf)];
  return lists
    .flatMap(listOf)
    .filter((block) => isJsonObject(block) && isJsonObject(block["cache_control"])).length;
}

function contentOf(message: JsonValue): JsonValue | undefined {
  return isJsonObject(message) ? message["content"] : undefined;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isList(value) ? value : [];
}
