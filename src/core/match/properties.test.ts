import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { compileMatcher } from "./compile-matcher.ts";
import { isJsonArray } from "./json-array.ts";

const key = fc.constantFrom("a", "b", "c", "state", "constructor", "__proto__", "");
const scalar: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom(null, true, false, "", "a", "A", "ab", "1", 0, 1, -1, 1.5),
  fc.string({ maxLength: 5 }),
  fc.integer(),
);

function objectOf(value: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonObject> {
  return fc
    .uniqueArray(fc.tuple(key, value), { maxLength: 4, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries));
}

/** Values whose keys are no operators. */
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    objectOf(tie("value")),
  ),
}));

const operand = {
  text: fc.constantFrom("a", "b", "1", "ab"),
  number: fc.constantFrom(-1, 0, 1, 1.5),
  type: fc.constantFrom("array", "boolean", "integer", "null", "number", "object", "string"),
};

/** Matchers of every operator that needs nothing from outside, at any depth. */
const { matcher } = fc.letrec<{ matcher: JsonValue }>((tie) => ({
  matcher: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    value,
    objectOf(tie("matcher")),
    fc.array(tie("matcher"), { maxLength: 3 }),
    fc.record({ $not: tie("matcher") }),
    fc.record({ $any: fc.array(tie("matcher"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ $contains: fc.oneof(operand.text, operand.number) }),
    fc.record({ $equals: value }),
    fc.record({ $icontains: operand.text }),
    fc.record({ $regex: fc.constantFrom("a", "^a", "b$", "[0-9]") }),
    fc.record({ $in: fc.array(value, { minLength: 1, maxLength: 3 }) }),
    fc.record({ $type: operand.type }),
    fc.record({ $exists: fc.boolean() }),
    fc.record({ $gt: operand.number, $lte: operand.number }),
    fc.record({ $gte: operand.number, $lt: operand.number }),
  ),
}));

const matches = (spec: JsonValue, actual: JsonValue | undefined): boolean =>
  compileMatcher(spec).matches(actual);

/** The same value, with the keys of its maps the other way round. */
function reordered(spec: JsonValue): JsonValue {
  if (isJsonArray(spec)) return spec.map(reordered);
  if (!isJsonObject(spec)) return spec;
  return Object.fromEntries(
    Object.entries(spec)
      .toReversed()
      .map(([name, item]) => [name, reordered(item)]),
  );
}

function property<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  holds: (...values: Values) => void,
): void {
  fc.assert(fc.property(...arbitraries, holds), { numRuns: 300, seed: 7 });
}

describe("matchers", () => {
  test("a value matches itself, as it is and under $equals", () => {
    property([value], (some) => {
      expect(matches(some, some)).toBe(true);
      expect(matches({ $equals: some }, some)).toBe(true);
      expect(matches({ $in: [some] }, some)).toBe(true);
    });
  });

  test("$not inverts every matcher", () => {
    property([matcher, fc.option(value, { nil: undefined })], (spec, some) => {
      expect(matches({ $not: spec }, some)).toBe(!matches(spec, some));
      expect(matches({ $not: { $not: spec } }, some)).toBe(matches(spec, some));
    });
  });

  test("the order of keys makes no difference, in matchers and in values", () => {
    property([matcher, value], (spec, some) => {
      const expected = matches(spec, some);
      expect(matches(reordered(spec), some)).toBe(expected);
      expect(matches(spec, reordered(some))).toBe(expected);
    });
  });

  test("$any of one is that one, and of two one or the other", () => {
    property([matcher, matcher, value], (one, other, some) => {
      expect(matches({ $any: [one] }, some)).toBe(matches(one, some));
      expect(matches({ $any: [one, other] }, some)).toBe(
        matches(one, some) || matches(other, some),
      );
    });
  });

  test("further keys of a map make no difference, except under $equals", () => {
    property([objectOf(value), value], (some, more) => {
      expect(matches(some, { ...some, more })).toBe(true);
      expect(matches({ $equals: some }, { ...some, more })).toBe(false);
    });
  });

  test("there is a difference, and a distance, exactly where a matcher does not match", () => {
    property([matcher, value], (spec, some) => {
      const compiled = compileMatcher(spec);
      const expected = compiled.matches(some);
      expect(compiled.explain(some).length === 0).toBe(expected);
      expect(compiled.distance(some) === 0).toBe(expected);
    });
  });
});
