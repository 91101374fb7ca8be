import { expect, test } from "vitest";
import { isGlob, parseGlob } from "./glob.ts";

test.each<[pattern: string, base: string, matching: string[], others: string[]]>([
  ["*.yml", "", ["a.yml", ".yml"], ["a.yaml", "a/b.yml", "ayml"]],
  ["flows/*/1.?.0.yml", "flows", ["a/1.2.0.yml"], ["a/1.22.0.yml", "a/b/1.2.0.yml", "1.2.0.yml"]],
  ["flows/**/*.yml", "flows", ["a.yml", "a/b.yml", "a/b/c.yml"], ["a.txt", "yml"]],
  ["**/b/**", "", ["b/c", "a/b/c/d"], ["b", "a/bb/c"]],
  ["**/**/c", "", ["c", "a/b/c"], ["ac"]],
  ["a**b", "", ["ab", "axb"], ["a/b"]],
  [
    "/etc/flows/{one,two*}.yml",
    "/etc/flows",
    ["one.yml", "twofold.yml"],
    ["ones.yml", "three.yml"],
  ],
  ["/*.yml", "/", ["a.yml"], ["b/a.yml"]],
  ["a/[a-c]x[!0-9].yml", "a", ["bxy.yml"], ["dxy.yml", "bx1.yml", "bx/.yml"]],
  ["[]x]", "", ["]", "x"], ["[", "y"]],
  ["[z-a]", "", ["[z-a]"], ["z"]],
  ["[^a]", "", ["^", "a"], ["b"]],
  ["a[", "", ["a["], ["a"]],
  ["{a", "", ["{a"], ["a"]],
  ["x{}y*", "", ["xy", "xyz"], ["x{}y"]],
  ["(a|b)+$*", "", ["(a|b)+$", "(a|b)+$1"], ["a"]],
  [String.raw`a\*`, "", [String.raw`a\b`], ["a*"]],
])("%s begins in %j and matches", (pattern, base, matching, others) => {
  const glob = parseGlob(pattern);
  expect(glob.base).toBe(base);
  expect(matching.filter((path) => !glob.matches(path))).toEqual([]);
  expect(others.filter(glob.matches)).toEqual([]);
});

test.each([
  ["flows/*.yml", true],
  ["flows/[a].yml", true],
  ["{a,b}", true],
  ["what?", true],
  ["flows/a-b_c.1.0.yml", false],
])("%s is a pattern: %s", (text, expected) => {
  expect(isGlob(text)).toBe(expected);
});

test("takes linear time", () => {
  const glob = parseGlob(`${"*a".repeat(30)}b`);
  expect(glob.matches("a".repeat(20_000))).toBe(false);
});
