import { expect, test } from "vitest";
import { ProgramCache } from "./program-cache.ts";
import type { CompileOptions } from "./program/compile-template.ts";
import { Runtime } from "./runtime/runtime.ts";
import { defaultTemplateLimits } from "./template-limits.ts";
import { vocabularies } from "./vocabulary.ts";

const vocabulary = vocabularies.service;
const options: CompileOptions = {
  vocabulary,
  limits: defaultTemplateLimits,
  createHost(unit, budget) {
    return new Runtime({ unit, budget, vocabulary, loader: undefined, debugUndefined: false });
  },
};

test("a template is read once, by its text, name and limits", () => {
  const cache = new ProgramCache();
  const read = (text: string, name?: string, maxDepth = 100): unknown => {
    const limits = { ...defaultTemplateLimits, maxDepth };
    return cache.compile({ name, text }, { ...options, limits });
  };
  const first = read("a");
  expect(read("a")).toBe(first);
  expect([read("b"), read("a", "x"), read("a", undefined, 50)]).not.toContain(first);
});

test("what was not used for long is forgotten", () => {
  const cache = new ProgramCache();
  const read = (text: string): unknown => cache.compile({ name: undefined, text }, options);
  const kept = read("kept");
  const lost = read("lost");
  for (let index = 0; index < 199; index += 1) {
    read(`template ${index}`);
    read("kept");
  }
  expect(read("kept")).toBe(kept);
  expect(read("lost")).not.toBe(lost);
});

test("large templates do not pile up", () => {
  const cache = new ProgramCache();
  const read = (text: string): unknown => cache.compile({ name: undefined, text }, options);
  const first = read("first");
  for (let index = 0; index < 5; index += 1) read(`${index}${"x".repeat(90_000)}`);
  expect(read("first")).not.toBe(first);
});

test("a very large template is not kept at all", () => {
  const cache = new ProgramCache();
  const read = (text: string): unknown => cache.compile({ name: undefined, text }, options);
  const small = read("small");
  const large = "x".repeat(200_000);
  expect(read(large)).not.toBe(read(large));
  expect(read("small")).toBe(small);
});
