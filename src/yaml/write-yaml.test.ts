import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonValue } from "../core/json.ts";
import { readYaml } from "./strict/read-yaml.ts";
import { writeYaml } from "./write-yaml.ts";

function reread(value: JsonValue): JsonValue | undefined {
  const { value: read, problems } = readYaml(writeYaml(value), "a.yml");
  expect(problems).toEqual([]);
  return read;
}

test.each([
  "",
  " ",
  "a\n",
  "a\n\n",
  "\na",
  "a  \nb",
  " a\nb",
  "a\r\nb",
  "a\u0085b",
  "a\u2028b\nc",
  "\uFEFFa",
  "\u0000\u001B[2J",
  "true",
  "null",
  "~",
  "012",
  "1e3",
  "- a",
  "a: b",
  "# a\n# b",
  "---\na\n...\n",
  "%YAML\na",
  "<<",
  "*a",
  "&a b",
  "!x",
  "x".repeat(500),
  "\t\n\tx",
  "😀\nb",
  "\uD800",
  "\uD800\nb",
])("%j is read as it was written, as a value and as a key", (text) => {
  expect(reread({ a: text, b: [text], c: { [text]: [text, { d: text }] } })).toEqual({
    a: text,
    b: [text],
    c: { [text]: [text, { d: text }] },
  });
});

test("lines of a text are lines of the file", () => {
  expect(writeYaml({ a: "You help.\n\nBe kind: always\n", b: "one # two" })).toBe(
    'a: |\n  You help.\n\n  Be kind: always\nb: "one # two"\n',
  );
});

const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("a", " ", "\n", "\t", "\r", ":", "#", "-", "'", '"', "|", ">", "é"),
  }),
);

test("every value of JSON is read as it was written", () => {
  const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      texts,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(
        texts.filter((key) => key !== "__proto__"),
        tie("value"),
        { maxKeys: 4 },
      ),
    ),
  }));
  fc.assert(
    fc.property(value, (json) => {
      expect(reread({ json })).toEqual({ json });
    }),
    { seed: 7, numRuns: 400 },
  );
});
