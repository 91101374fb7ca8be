import { expect, test } from "vitest";
import { textChange } from "./text-change.ts";

test.each([
  ["You are a kind pirate.", "You are a rude pirate.", "You are a [-kind-]{+rude+} pirate."],
  ["kind", "kindness", "[-kind-]{+kindness+}"],
  ["one two", "one big two", "one {+big +}two"],
  ["one big two", "one two", "one [-big -]two"],
  ["", "a", "{+a+}"],
  ["a\nb\nc", "a\nx\nc", "a⏎[-b-]{+x+}⏎c"],
  ["a\u001B[2Jb c", "a\u001B[2Jb d", "ab [-c-]{+d+}"],
  [
    `${"x ".repeat(60)}old${" y".repeat(60)}`,
    `${"x ".repeat(60)}new${" y".repeat(60)}`,
    `…${"x ".repeat(20)}[-old-]{+new+}${" y".repeat(20)}…`,
  ],
])("from %j to %j", (before, after, shown) => {
  expect(textChange(before, after)).toBe(shown);
});

test("a megabyte takes no time", () => {
  const long = "word ".repeat(200_000);
  const start = performance.now();
  expect(textChange(`${long}a ${long}`, `${long}b ${long}`)).toContain("[-a-]{+b+}");
  expect(performance.now() - start).toBeLessThan(1_000);
});
