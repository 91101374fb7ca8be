import { expect, test } from "vitest";
import { unifiedDiff } from "./unified-diff.ts";

test.each([
  ["nothing", "a\n", "a\n", ""],
  [
    "a line",
    "a\nb\nc\n",
    "a\nB\nc\n",
    "--- a/x.yml\n+++ b/x.yml\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n",
  ],
  ["a new file", "", "a\n", "--- /dev/null\n+++ b/x.yml\n@@ -0,0 +1,1 @@\n+a\n"],
  [
    "a missing end of line",
    "a",
    "b",
    "--- a/x.yml\n+++ b/x.yml\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n",
  ],
])("%s", (_, before, after, diff) => {
  expect(unifiedDiff(before, after, "x.yml")).toBe(diff);
});

test("lines that end as on Windows, and what would move a terminal", () => {
  const diff = unifiedDiff("a\r\nb\u001B[2J\r\n", "a\r\nc\u0007\r\n", "x\n\u001B[1m.yml");
  expect(diff).toBe("--- a/x .yml\n+++ b/x .yml\n@@ -1,2 +1,2 @@\n a\n-b\n+c\u2407\n");
});

test("what looks like a secret is masked, changed or not", () => {
  const secret = ["glpat", "aB3dE5fG7hJ9kL1mN3pQ"].join("-");
  const diff = unifiedDiff(`${secret}\na\n`, `${secret}\nb ${secret}\n`, "x.yml");
  expect(diff).not.toContain("aB3dE5");
  expect(diff.split("\n").slice(3)).toEqual([
    ` ${"*".repeat(26)}`,
    "-a",
    `+b ${"*".repeat(26)}`,
    "",
  ]);
});

test("a path from the root stays one", () => {
  expect(unifiedDiff("a\n", "b\n", "/tmp/x.yml")).toMatch(/^--- a\/tmp\/x.yml\n/);
});
