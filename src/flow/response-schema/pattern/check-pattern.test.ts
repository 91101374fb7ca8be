import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkPattern } from "./check-pattern.ts";

/** What Python's `re` (E42) and Rust's `regex` (E48) said of each, through the libraries of the service. */
const verdicts: readonly (readonly [pattern: string, verdict: string])[] = readFileSync(
  join(import.meta.dirname, "pattern-verdicts.jsonl"),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

test("every recorded pattern is judged as it was by Python and Rust", () => {
  const differences = verdicts.flatMap(([pattern, verdict]) => {
    const ours = checkPattern(pattern)?.rule ?? "ok";
    return ours === verdict ? [] : [`${pattern}: ${ours}, not ${verdict}`];
  });
  expect(differences).toEqual([]);
  expect(new Set(verdicts.map(([, verdict]) => verdict))).toEqual(new Set(["ok", "E42", "E48"]));
});

test.each([
  ["(?P<n>a", "its ( is not closed"],
  ["(?<n>a)", "its group has no P"],
  [String.raw`\p{L}`, String.raw`it has the unknown escape \p`],
  ["a**", "it repeats what is repeated already"],
  ["[z-a]", "a range in its brackets does not go upwards"],
  ["(?>a)", "it uses an atomic group"],
  [String.raw`(a)\1`, "it uses a back-reference"],
])("of %s it says that %s", (pattern, message) => {
  expect(checkPattern(pattern)?.message).toBe(message);
});

test.each([
  ["brackets", "(".repeat(100_000)],
  ["classes", "[a".repeat(100_000)],
  ["braces", "a{".repeat(100_000)],
  ["digits", `a{${"1".repeat(200_000)}}`],
  ["names", `(?P<${"a".repeat(200_000)}>x)`],
])("takes linear time on many %s", (_, pattern) => {
  const started = performance.now();
  checkPattern(pattern);
  expect(performance.now() - started).toBeLessThan(1_000);
});
