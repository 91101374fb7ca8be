import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readServiceYaml } from "./service/read-service-yaml.ts";
import { readYaml } from "./strict/read-yaml.ts";
import type { YamlProblem } from "./yaml-problem.ts";

const pieces = [
  ..."a b: - ? : , [ ] { } # & * ! | > ' \" % @ ` = << ~ --- ... \t \r \n \u0085 \u2028 \uFEFF \0".split(
    " ",
  ),
  ..."\n  |\n    |: |- |? |: [|: {|, |&a |*a|<<: *a|!!int |!x |yes|010|1:2|2024-01-01|1.5|{{ x }}".split(
    "|",
  ),
  ..."key: value\n;key:\n  - item\n;a: |\n  text\n;x: &a {b: 1}\n;__proto__: 1\n;true: 1\n".split(
    ";",
  ),
  " ",
  "  ",
  "\n",
];

/** Texts of pieces that mean something in YAML, most of them broken. */
export const yamlText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 60 })
  .map((parts) => parts.join(""));

/** Reads a text both ways and gives back the problems without a message or a place in the text. */
export function oddProblems(text: string): readonly YamlProblem[] {
  const lines = text.split(/\r\n|\n|\r/).length;
  return [readServiceYaml(text, "f"), readYaml(text, "f")].flatMap(({ problems, rangeOf }) => {
    rangeOf([]);
    rangeOf(["a", 0, "b"], "key");
    return problems.filter(({ message, range: { start, end } }) => {
      const isInside = start.line >= 1 && start.column >= 1 && end.line <= lines;
      return message === "" || !isInside;
    });
  });
}

test("any text is read or refused, never thrown at", () => {
  const texts = [
    ...fc.sample(yamlText, { numRuns: 1000, seed: 42 }),
    ...fc.sample(fc.string({ unit: "binary" }), { numRuns: 300, seed: 42 }),
  ];
  expect(texts.flatMap(oddProblems)).toEqual([]);
});
