import { describe, expect, test } from "vitest";
import { yamlLayout } from "./yaml-layout.ts";

describe("comments", () => {
  test.each<
    [about: string, text: string, comments: [line: number, column: number, text: string][]]
  >([
    ["on a line of its own", "# one\na: 1\n", [[1, 1, "# one"]]],
    ["behind a value", "a: 1 # one\n", [[1, 6, "# one"]]],
    ["behind the beginning of a block", "a: | # one\n  text\n", [[1, 6, "# one"]]],
    ["in a block", "a: |\n  # none\n  text\n# one\n", [[4, 1, "# one"]]],
    ["in a block without indentation of its own", "- |\n # none\n\n # none\n", []],
    ["in a folded block", "a: >-\n\n  # none\n", []],
    ["in quotes", "a: \"x # none\n  # none\"\nb: 'c # none'\n", []],
    ["without a space before", "a: b#none\n", []],
    [
      "in a flow collection",
      "a: [1, # one\n  2] # two\n",
      [
        [1, 8, "# one"],
        [2, 6, "# two"],
      ],
    ],
    ["behind a byte order mark", "\uFEFF# one\n", [[1, 1, "# one"]]],
    [
      "with other line breaks",
      "a: 1\r\n# one\r\nb: 2\r# two\r",
      [
        [2, 1, "# one"],
        [4, 1, "# two"],
      ],
    ],
    [
      "in a text that is broken",
      "a: [1, # one\nb: : c # two\n",
      [
        [1, 8, "# one"],
        [2, 8, "# two"],
      ],
    ],
    [
      "behind a document's mark",
      "--- # one\na: 1\n... # two\n",
      [
        [1, 5, "# one"],
        [3, 5, "# two"],
      ],
    ],
    ["behind a directive", "%YAML 1.1 # one\n---\na: 1\n", [[1, 11, "# one"]]],
  ])("%s", (_, text, comments) => {
    const found = yamlLayout(text).comments.map(({ line, column, text: said }) => [
      line,
      column,
      said,
    ]);
    expect(found).toEqual(comments);
  });
});

test.each<[text: string, longTexts: [number, number][]]>([
  ["a: b\n", []],
  ["a: |\n  x\nb: 1\n", [[1, 2]]],
  ["a: |+ # c\n\n  x\n\n\nb: 1\n", [[1, 3]]],
  ["a:\n  >\n  x\n  y\n", [[2, 4]]],
  ["a: one\n  two\n", [[1, 2]]],
  ['a: "one\n\n  two"\nb: 1\n', [[1, 3]]],
  ["a: |\nb: |\n  x\n", [[2, 3]]],
  ["a: [|, x]\nb: 'c'\n", []],
])("texts of several lines in %j", (text, longTexts) => {
  expect(yamlLayout(text).longTexts).toEqual(longTexts);
});

test.each([
  ["comments", "# x\n"],
  ["keys", "a: b # x\n"],
  ["quotes", '"'],
  ["blocks", "a: |\n  # x\n"],
  ["brackets", "[# x\n"],
])("many %s take time in proportion", (_, part) => {
  const text = part.repeat(Math.ceil(400_000 / part.length));
  const start = performance.now();
  yamlLayout(text);
  expect(performance.now() - start).toBeLessThan(3_000);
});
