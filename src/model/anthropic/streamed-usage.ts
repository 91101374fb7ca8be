import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { Usage } from "../chat.ts";

/** The last count of each kind holds; the end of a stream may leave out what its start has said. */
export function streamedUsage(counts: JsonValue | undefined, before: Usage): Usage {
  if (!isJsonObject(counts)) return before;
  const count = (key: string, otherwise: number): number => {
    const value = counts[key];
    return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
  };
  return {
    inputTokens: count("input_tokens", before.inputTokens),
    outputTokens: count("output_tokens", before.outputTokens),
    cacheReadTokens: count("cache_read_input_tokens", before.cacheReadTokens),
    cacheWriteTokens: count("cache_creation_input_tokens", before.cacheWriteTokens),
  };
}
