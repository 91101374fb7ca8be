import type { Usage } from "../../model/index.ts";

/** Tokens of a request and its reply together. */
export function totalTokens(usage: Usage): number {
  return usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens + usage.outputTokens;
}
