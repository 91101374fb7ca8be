import * as fc from "fast-check";
import { expect, test } from "vitest";
import { markEvidence } from "./mark-evidence.ts";

function marked(text: string, ...quotes: readonly string[]): readonly string[] {
  const quotations = quotes.map((quote, index) => ({ quote, mark: `judge#${index + 1}` }));
  return markEvidence(text, quotations).flatMap((each) =>
    each.mark === undefined ? [] : each.text,
  );
}

test.each<[title: string, text: string, quote: string, marks: readonly string[]]>([
  ["as it stands", "There are 42 open issues.", "42 open issues", ["42 open issues"]],
  ["in another case", "There are 42 Open Issues.", "open issues", ["Open Issues"]],
  [
    "without Markdown",
    "There are **42** open `issues`.",
    "There are 42 open issues",
    ["There are **42** open `issues"],
  ],
  ["with Markdown", "There are 42.", "**42**", ["42"]],
  ["over lines", "one\n\n  two", "one two", ["one\n\n  two"]],
  ["in quotation marks", "He said so.", "“said so”", ["said so"]],
  ["with other quotation marks", "the ‘big’ one", "the 'big' one", ["the ‘big’ one"]],
  [
    "in two parts",
    "first words, then others, last words",
    "first words … last words",
    ["first words", "last words"],
  ],
  ["not in the middle of a number", "There are 420 issues, or 42.", "42", ["42"]],
  ["not there", "There are 42.", "There are 7.", []],
  ["nothing", "There are 42.", " … ", []],
  ["behind what takes two units", "😀 There are 42.", "There are 42", ["There are 42"]],
  ["a ligature", "the ﬁle is here", "file", ["ﬁle"]],
])("a quotation %s", (_title, text, quote, marks) => {
  expect(marked(text, quote)).toEqual(marks);
});

test("of two quotations that overlap both are marked, each letter once", () => {
  expect(marked("one two three four", "one two three", "two three four")).toEqual([
    "one two three",
    " four",
  ]);
});

test("the stretches are the text, whatever is quoted", () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  fc.assert(
    fc.property(text, fc.array(text), fc.nat(), (whole, quotes, at) => {
      const own = whole.slice(at % 50, (at % 50) + 20);
      const quotations = [...quotes, own].map((quote) => ({ quote, mark: "judge#1" }));
      const stretches = markEvidence(whole, quotations);
      expect(stretches.map((each) => each.text).join("")).toBe(whole);
    }),
    { numRuns: 50 },
  );
});
