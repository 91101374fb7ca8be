import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import type { Usage } from "../chat.ts";

/** The usage of a completion, in which cached input is part of the prompt's tokens. */
export function completionUsage(counts: JsonValue | undefined, before: Usage): Usage {
  if (!isJsonObject(counts)) return before;
  const details = counts["prompt_tokens_details"];
  const prompt = isJsonObject(details) ? details : {};
  const cacheReadTokens = count(prompt, "cached_tokens");
  const cacheWriteTokens = count(prompt, "cache_write_tokens");
  return {
    inputTokens: Math.max(0, count(counts, "prompt_tokens") - cacheReadTokens - cacheWriteTokens),
    outputTokens: count(counts, "completion_tokens"),
    cacheReadTokens,
    cacheWriteTokens,
  };
}

function count(counts: JsonObject, key: string): number {
  const value = counts[key];
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : 0;
}
