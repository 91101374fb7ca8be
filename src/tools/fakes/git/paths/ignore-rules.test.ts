import { expect, test } from "vitest";
import { ignoreRules, readIgnorePatterns } from "./ignore-rules.ts";

test.each<[text: string, path: string, isIgnored: boolean]>([
  ["*.log", "a.log", true],
  ["*.log", "src/a.log", true],
  ["*.log", "a.logs", false],
  ["node_modules", "node_modules/a/b.js", true],
  ["node_modules", "node_modules2/b.js", false],
  ["build/", "build/a.js", true],
  ["build/", "build", false],
  ["/build", "src/build", false],
  ["build/*\n!build/keep", "build/keep", false],
  ["build\n!build/keep", "build/keep", true],
  ["a**", "abc", true],
  ["src/**/b", "src/b", true],
  ["src/**/b", "src/x/y/b", true],
  ["ab*ba", "aba", false],
  ["[ab]", "b", true],
  ["[ab", "[ab", true],
  ["[]]", "]", true],
  ["a   ", "a", true],
  ["a\\ ", "a ", true],
  ["a\\  ", "a ", true],
  ["# a", "# a", false],
])("%j and %s: %s", (text, path, isIgnored) => {
  expect(readIgnorePatterns(text)(path)).toBe(isIgnored);
  const rules = ignoreRules(new Map([[".gitignore", text]]));
  expect([rules(path), rules(path)]).toEqual([isIgnored, isIgnored]);
});

test.each([
  ["spaces", `${" ".repeat(100_000)}x`],
  ["brackets", "[".repeat(100_000)],
  ["stars", "*a".repeat(50_000)],
  ["many rules", Array.from({ length: 2000 }, (_, index) => `*x${index}*y`).join("\n")],
])("%s take no time to speak of", (_, text) => {
  const paths = Array.from({ length: 500 }, (__, index) => `src/deep/folder/file-${index}.js`);
  const start = performance.now();
  const isIgnored = ignoreRules(new Map([[".gitignore", text]]));
  expect(paths.filter(isIgnored)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2000);
});
