import { expect, test } from "vitest";
import { fnmatch } from "./fnmatch.ts";

test.each<[pattern: string, path: string, isMatch: boolean]>([
  ["*.md", "docs/a.md", true],
  ["*.md", "docs/a.mdx", false],
  ["docs/?.md", "docs/a.md", true],
  ["docs/?.md", "docs/ab.md", false],
  ["[ab].md", "b.md", true],
  ["[!ab].md", "b.md", false],
  ["[!ab].md", "c.md", true],
  ["[a-c]", "b", true],
  ["[z-a]", "b", false],
  ["[^a]", "^", true],
  ["[^a]", "b", false],
  ["[^]", "^", true],
  ["[]]", "]", true],
  ["[a", "[a", true],
  ["a\\*", "a\\b", true],
  ["a\\*", "a*", false],
  ["(a+)+$", "aaa", false],
  ["(a+)+$", "(a+)+$", true],
])("%s and %s: %s", (pattern, path, isMatch) => {
  expect(fnmatch(pattern)(path)).toBe(isMatch);
});

test.each(["[".repeat(100_000), "*a".repeat(50_000), `${"[]".repeat(50_000)}x`])(
  "%.6s… takes no time to speak of",
  (pattern) => {
    const start = performance.now();
    expect(fnmatch(pattern)("src/sum.js")).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  },
);
