import { expect, test } from "vitest";
import { modelTraits } from "./model-traits.ts";

test.each([
  ["claude-3-5-sonnet-20241022", true, true, true],
  ["claude-3-opus-20240229", true, true, true],
  ["claude-2.1", true, true, true],
  ["claude-sonnet-4-20250514", true, true, true],
  ["claude-haiku-4-5", true, true, true],
  ["claude-sonnet-4-5-20250929", true, true, true],
  ["eu.anthropic.claude-sonnet-4-5-20250929-v1:0", true, true, true],
  ["claude-sonnet-4-6", true, false, true],
  ["claude-opus-4-6", true, false, true],
  ["claude-opus-4-7", false, false, true],
  ["claude-sonnet-5", false, false, true],
  ["claude-haiku-5-5", false, false, true],
  ["claude-opus-5", false, false, true],
  ["claude-opus-5-5", false, false, false],
  ["claude-opus-6", false, false, false],
  ["claude-fable-5", false, false, true],
  ["claude-fable-5-2", false, false, false],
  ["claude-mythos-5-1", false, false, false],
  ["claude-mythos-preview", false, false, true],
  ["my-own-model", false, false, true],
  ["script/claude-haiku-4-5.script.yml", false, false, true],
])("%s: temperature %s, prefill %s, forced tools %s", (model, ...takes) => {
  const [temperature, prefill, forcedTools] = takes;
  expect(modelTraits(model)).toEqual({ temperature, prefill, forcedTools });
});
