import { expect, test } from "vitest";
import { foldForQuotes, holdsPassage, quotedParts, weightOf } from "./quote.ts";

const transcript = `## Result

There are **42** open issues in \`shop/web\`, 1,042 in all and 3.5 a day.

- first item
- second item

| state | count |
| ----- | ----- |
| open  | 42    |

It's “done”… {"query":"a = \\"b\\"\\nlimit 5"} An in\u200Bvisible joiner. 有42个未解决的问题。`;

function missing(quote: string): string | undefined {
  const text = foldForQuotes(transcript);
  return quotedParts(quote).find((part) => !holdsPassage(text, part));
}

test.each([
  "There are 42 open issues",
  "there   ARE **42**\nopen issues",
  "`42` open issues in shop/web",
  "There are … shop/web",
  "There are ... second item",
  "first item second item",
  "- first item\n- second item",
  'It\'s "done"',
  "It’s “done”",
  '"There are 42 open issues"',
  'a = "b"',
  'a = \\"b\\"\\nlimit 5',
  'a = "b"\nlimit 5',
  "state count",
  "an invisible joiner",
  "1,042 in all",
  "42个未解决",
  "",
  " … ",
])("%j is quoted from the transcript", (quote) => {
  expect(missing(quote)).toBeUndefined();
});

test.each([
  ["There are 43 open issues", "there are 43 open issues"],
  ["There are 42 closed issues", "there are 42 closed issues"],
  ["There are … 43", "43"],
  ["nothing … There are 42", "nothing"],
  ["There are 4", "there are 4"],
  ["here are 42 open", "here are 42 open"],
  ["042 in all", "042 in all"],
  ["and 3", "and 3"],
  ["5 a day", "5 a day"],
  ["fir … item", "fir"],
])("%j is not", (quote, part) => {
  expect(missing(quote)).toBe(part);
});

test("a later place of the same words counts as well", () => {
  expect(holdsPassage("142 issues, 42 issues", "42 issues")).toBe(true);
  expect(holdsPassage("142 issues, 242 issues", "42 issues")).toBe(false);
});

test.each([
  ["a, b: c!", 3],
  ["42", 2],
  ["有42个", 8],
  ["✓", 1],
  ["... --", 0],
])("%j weighs %i", (text, weight) => {
  expect(weightOf(text)).toBe(weight);
});
