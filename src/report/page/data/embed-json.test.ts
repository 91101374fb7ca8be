import * as fc from "fast-check";
import { expect, test } from "vitest";
import { embedJson } from "./embed-json.ts";
import { printableData } from "./printable-data.ts";

const payloads = ["</script>", "<!--", "<script>", "]]>", "&lt;", "\u2028", "\u2029", "\\u003c"];

test("what is embedded says the same, and nothing of it means anything to a parser of HTML", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...payloads, "a", "\\", '"')).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(fc.dictionary(text, text), (value) => {
      const embedded = embedJson(JSON.stringify(value));
      expect(embedded).not.toMatch(/[<>&\u2028\u2029]/u);
      expect(JSON.parse(embedded)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("strings are given as they may be shown", () => {
  const value = { text: "\u001B[31mred\u001B[0m \u202Eabc", list: ["\u0000", 1, null] };
  expect(JSON.parse(printableData(value))).toEqual({
    text: "red <U+202E>abc",
    list: ["␀", 1, null],
  });
});
