import { expect, test } from "vitest";
import { foldForQuotes, missingPart } from "./quote.ts";

const transcript = `## Result

There are **42** open issues in \`shop/web\`.

- first item
- second item

| state | count |
| ----- | ----- |
| open  | 42    |

It's “done”… {"query":"a = \\"b\\"\\nlimit 5"}`;

test.each([
  "There are 42 open issues",
  "there   ARE **42**\nopen issues",
  "`42` open issues in shop/web.",
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
  "",
  " … ",
])("%j is quoted from the transcript", (quote) => {
  expect(missingPart(quote, [foldForQuotes(transcript)])).toBeUndefined();
});

test.each([
  ["There are 43 open issues", "there are 43 open issues"],
  ["There are 42 closed issues", "there are 42 closed issues"],
  ["There are … 43", "43"],
  ["nothing … There are 42", "nothing"],
])("%j is not", (quote, missing) => {
  expect(missingPart(quote, [foldForQuotes(transcript)])).toBe(missing);
});

test("a part does not run from one text into the next", () => {
  const texts = ["the answer is", "42 issues"];
  expect(missingPart("the answer is 42", texts)).toBe("the answer is 42");
  expect(missingPart("the answer is … 42 issues", texts)).toBeUndefined();
});
