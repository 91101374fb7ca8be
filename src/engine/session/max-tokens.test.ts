import { expect, test } from "vitest";
import { maxTokensFor } from "./max-tokens.ts";

test.each<[model: string, byDefault: number, ofManyAsked: number]>([
  ["anthropic/claude-opus-5-5", 128_000, 200_000],
  ["anthropic/claude-opus-4-7", 128_000, 200_000],
  ["anthropic/claude-opus-4-6-20260205", 128_000, 200_000],
  ["anthropic/claude-opus-4-5-20251101", 64_000, 200_000],
  ["anthropic/claude-sonnet-4-6", 64_000, 200_000],
  ["anthropic/claude-sonnet-4-20250514", 64_000, 200_000],
  ["anthropic/claude-haiku-4-5", 64_000, 200_000],
  ["anthropic/claude-3-7-sonnet-20250219", 64_000, 200_000],
  ["anthropic/claude-opus-4-1", 32_000, 32_000],
  ["anthropic/claude-opus-4-1-20250805", 32_000, 32_000],
  ["anthropic/claude-opus-4-0", 32_000, 32_000],
  ["anthropic/claude-opus-4-20250514", 32_000, 32_000],
  ["openai/claude-opus-4-1@20250805", 32_000, 32_000],
  ["anthropic/claude-4-opus-20250514", 32_000, 32_000],
  ["anthropic/claude-3-5-sonnet-20241022", 8_192, 8_192],
  ["anthropic/claude-3-5-haiku-latest", 8_192, 8_192],
  ["anthropic/claude-3-haiku-20240307", 4_096, 4_096],
  ["anthropic/claude-3-opus-latest", 4_096, 4_096],
  ["anthropic/claude-2.1", 4_096, 4_096],
  ["anthropic/claude-instant-1.2", 4_096, 4_096],
  ["openai/gpt-5.2", 64_000, 200_000],
  ["script/open-issues.script.yml", 64_000, 200_000],
])("%s", (model, byDefault, ofManyAsked) => {
  expect(maxTokensFor(model)).toBe(byDefault);
  expect(maxTokensFor(model, 200_000)).toBe(ofManyAsked);
  expect(maxTokensFor(model, 1000)).toBe(1000);
});
