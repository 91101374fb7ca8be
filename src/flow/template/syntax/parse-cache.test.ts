import { expect, test } from "vitest";
import { defaultTemplateLimits as limits } from "../template-limits.ts";
import { ParseCache } from "./parse-cache.ts";
import { parseSource } from "./parse-source.ts";

test("a template is parsed once", () => {
  const source = "{{ parsed.once }}";
  expect(parseSource(source, { ...limits })).toBe(parseSource(source, limits));
});

test("what was parsed within other limits is parsed again", () => {
  const source = "{{ ((((deep)))) }}{{ a.b.c.d }}";
  parseSource(source, limits);
  expect(() => parseSource(source, { ...limits, maxDepth: 3 })).toThrow("deep");
  expect(() => parseSource(source, { ...limits, maxTokens: 3 })).toThrow("tokens");
  expect(() => parseSource(source, { ...limits, maxSource: 3 })).toThrow("characters");
});

test("a mistake is one each time", () => {
  const parse = (): unknown => parseSource("{{ a", limits);
  expect(parse).toThrow("unexpected");
  expect(parse).toThrow("unexpected");
});

test("the oldest templates go when there are many", () => {
  const cache = new ParseCache();
  for (let index = 0; index <= 100; index += 1) cache.set(`template ${index}`, limits, []);
  expect(cache.get("template 0", limits)).toBeUndefined();
  expect(cache.get("template 1", limits)).toEqual([]);
  expect(cache.get("template 100", limits)).toEqual([]);
});

test("the oldest templates go when they are large, and the largest do not come in", () => {
  const cache = new ParseCache();
  const [first, second, third] = ["a", "b", "c"].map((letter) => letter.repeat(40_000));
  for (const source of [first, second, second, third]) cache.set(source ?? "", limits, []);
  expect(cache.get(first ?? "", limits)).toBeUndefined();
  expect(cache.get(second ?? "", limits)).toEqual([]);
  expect(cache.get(third ?? "", limits)).toEqual([]);
  const huge = "d".repeat(100_001);
  cache.set(huge, limits, []);
  expect(cache.get(huge, limits)).toBeUndefined();
});
