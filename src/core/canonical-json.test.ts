import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import type { JsonValue } from "./json.ts";

const withProto: JsonValue = JSON.parse('{"__proto__":1,"a":2}');

test.each<[JsonValue, string]>([
  [null, "null"],
  ["a\n", '"a\\n"'],
  [[1, "1", true], '[1,"1",true]'],
  [{ b: 1, a: { d: [], c: {} } }, '{"a":{"c":{},"d":[]},"b":1}'],
  [{ B: 1, a: 2, "": 3, é: 4 }, '{"":3,"B":1,"a":2,"é":4}'],
  [withProto, '{"__proto__":1,"a":2}'],
])("%j is written as %s", (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

/** JSON without -0, which JSON cannot tell from 0. */
const anyJson = fc.json().map((text): JsonValue => JSON.parse(text));

test("the order of keys does not show, and nothing is lost", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), anyJson), (object) => {
      const turned = Object.fromEntries(Object.entries(object).toReversed());
      expect(canonicalJson(turned)).toBe(canonicalJson(object));
      expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
    }),
    { seed: 1 },
  );
});
