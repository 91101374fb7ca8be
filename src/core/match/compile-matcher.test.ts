import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonValue } from "../json.ts";
import { compileMatcher } from "./compile-matcher.ts";
import { MatcherError } from "./matcher-error.ts";

function parse(json: string): JsonValue {
  const value: JsonValue = JSON.parse(json);
  return value;
}

/** Lists within lists. */
function nested(depth: number): JsonValue {
  return parse("[".repeat(depth) + "]".repeat(depth));
}

function refuseSchema(): never {
  throw new Error("unknown keyword");
}

function problemsOf(spec: JsonValue): readonly [string, string, string | undefined][] {
  try {
    compileMatcher(spec);
  } catch (error) {
    if (!(error instanceof MatcherError)) throw error;
    return error.problems.map(({ path, message, hint }) => [path.join("/"), message, hint]);
  }
  return [];
}

describe("values that stand for themselves", () => {
  test.each<[JsonValue, JsonValue | undefined, boolean]>([
    ["1", "1", true],
    ["1", 1, false],
    [1, "1", false],
    [1, 1, true],
    [1, true, false],
    [0, false, false],
    [0, null, false],
    ["", null, false],
    [null, null, true],
    [null, undefined, false],
    [null, 0, false],
    [true, true, true],
    [true, "true", false],
    ["a", ["a"], false],
    ["opened", "opened ", false],
    // Maps: these keys, at every depth.
    [{}, {}, true],
    [{}, { a: 1 }, true],
    [{}, [], false],
    [{}, null, false],
    [{}, "text", false],
    [{ a: 1 }, { a: 1, b: 2 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [{ a: 1 }, {}, false],
    [{ a: null }, {}, false],
    [{ a: null }, { a: null }, true],
    [{ a: { b: { c: 1 } } }, { a: { b: { c: 1, d: 2 }, e: 3 } }, true],
    [{ a: { b: { c: 1 } } }, { a: { b: { d: 1 } } }, false],
    [{ a: 1 }, [1], false],
    [{ 0: "a" }, ["a"], false],
    [{ length: 1 }, ["a"], false],
    [{ length: 1 }, "a", false],
    // Lists: all items, in order.
    [[], [], true],
    [[], [1], false],
    [[], {}, false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[1, 2], [1, 2, 3], false],
    [[1, 2], [1], false],
    [[{ a: 1 }], [{ a: 1, b: 2 }], true],
    [[{ $gt: 1 }, "a"], [2, "a"], true],
    [[{ $gt: 1 }, "a"], [1, "a"], false],
  ])("%j and %j: %j", (spec, value, matches) => {
    expect(compileMatcher(spec).matches(value)).toBe(matches);
  });
});

describe("operators", () => {
  test.each<[JsonValue, JsonValue | undefined, boolean]>([
    [{ $gt: 1, $lt: 5 }, 3, true],
    [{ $gt: 1, $lt: 5 }, 5, false],
    [{ $gt: 1, $lt: 5 }, 1, false],
    [{ $contains: "shop", $not: { $contains: "web" } }, "shop/api", true],
    [{ $contains: "shop", $not: { $contains: "web" } }, "shop/web", false],
    [{ a: { $exists: false } }, {}, true],
    [{ a: { $not: 1 } }, {}, true],
    [{ $type: "string" }, undefined, false],
    [{ $exists: false }, undefined, true],
    [{ $equals: null }, undefined, false],
    [{ $in: [null] }, undefined, false],
    [{ $contains: { $any: ["a", { $regex: "^b" }] } }, ["c", "bc"], true],
    [{ $contains: { $any: ["a", { $regex: "^b" }] } }, ["c", "cb"], false],
  ])("%j and %j: %j", (spec, value, matches) => {
    expect(compileMatcher(spec).matches(value)).toBe(matches);
  });

  test("a text too long to search neither matches nor differs", () => {
    const long = "a".repeat(500_001);
    for (const spec of [
      { $regex: "^a" },
      { $not: { $regex: "b" } },
      { $not: { $any: ["x", { $regex: "b" }] } },
    ]) {
      const matcher = compileMatcher(spec);
      expect(matcher.matches(long)).toBe(false);
      expect(matcher.explain(long)[0]?.actual).toMatch(/500001 characters|^"a/);
      expect(matcher.matches(long.slice(1))).toBe(true);
    }
    const member = compileMatcher({ $not: { $contains: { $regex: "b" } } });
    expect(member.matches([long])).toBe(false);
    expect(member.matches(["a"])).toBe(true);
  });

  test("a pattern made for backtracking takes no time", () => {
    const started = performance.now();
    expect(compileMatcher({ $regex: "^(a+)+$" }).matches(`${"a".repeat(20_000)}!`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("a schema needs its compiler, and its refusal is told", () => {
    expect(problemsOf({ a: { $schema: {} } })).toEqual([
      ["a/$schema", "$schema cannot be used here", undefined],
    ]);
    expect(() => compileMatcher({ $schema: {} }, { compileSchema: refuseSchema })).toThrow(
      "unknown keyword",
    );
  });

  test("what a schema finds is told where it is", () => {
    const findings = [
      { path: ["b", 0], message: "must be a number" },
      { path: ["c"], message: "is missing" },
    ];
    const matcher = compileMatcher({ a: { $schema: {} } }, { compileSchema: () => () => findings });
    expect(matcher.explain({ a: 1 })).toMatchObject([
      { pointer: "/a/b/0", actual: "must be a number" },
      { pointer: "/a/c", actual: "is missing" },
    ]);
    expect(matcher.distance({ a: 1 })).toBe(1 / 2);
  });
});

describe("mistakes", () => {
  test.each<[JsonValue, string, string, string | undefined]>([
    [{ $contain: "a" }, "$contain", 'there is no operator "$contain"', 'did you mean "$contains"?'],
    [
      { a: [{ $Regex: "a" }] },
      "a/0/$Regex",
      'there is no operator "$Regex"',
      'did you mean "$regex"?',
    ],
    [
      { $: 1 },
      "$",
      'there is no operator "$"',
      "one of: $any, $contains, $equals, $exists, $gt, $gte, $icontains, $in, $lt, $lte, $not, $regex and 2 more",
    ],
    [
      { q: { $contains: "a", state: "opened" } },
      "q/state",
      'a matcher has either operators or keys, but here $contains stands beside "state"',
      "write the keys as one matcher; for a key that begins with $, use $equals",
    ],
    [
      { $not: { $any: [1, { $gt: null }] } },
      "$not/$any/1/$gt",
      "a comparison takes a number or a text, not null",
      undefined,
    ],
    [
      { $regex: "a(?=b)" },
      "$regex",
      'cannot read the pattern "a(?=b)": invalid or unsupported Perl syntax: `(?=`',
      "patterns follow RE2: no look-around, no back-references, at most 1000 repetitions",
    ],
    [
      { $type: "strng" },
      "$type",
      '$type takes the name of a type, not "strng"',
      'did you mean "string"?',
    ],
  ])("%j", (...[spec, path, message, hint]) => {
    expect(problemsOf(spec)).toEqual([[path, message, hint]]);
  });

  test("all are told at once, and the first in the error itself", () => {
    const spec = { "a/b": { $contain: 1 }, c: [{ $in: [] }], d: { $regex: "(" } };
    expect(problemsOf(spec).map(([path]) => path)).toEqual(["a/b/$contain", "c/0/$in", "d/$regex"]);
    expect(() => compileMatcher(spec)).toThrow(
      expect.objectContaining({
        pointer: "/a~1b/$contain",
        message: 'there is no operator "$contain"',
        hint: 'did you mean "$contains"?',
      }),
    );
  });

  test("a matcher has a greatest depth", () => {
    expect(problemsOf(nested(60))).toEqual([]);
    expect(problemsOf(nested(70))).toEqual([
      ["", "a matcher is at most 64 levels deep", undefined],
    ]);
    expect(problemsOf(nested(100_000))).toHaveLength(1);
    expect(problemsOf({ $equals: nested(100_000) })).toHaveLength(1);
  });
});

describe("explaining", () => {
  test("every place that differs, outside in", () => {
    const matcher = compileMatcher({
      project: "shop/web",
      query: { $contains: "opened" },
      page: { per: 20, number: { $gte: 1 } },
      labels: ["bug", { $type: "string" }],
      sort: { $any: ["asc", "desc"] },
    });
    expect(matcher.explain({ project: 7, query: "state = closed", page: "1", labels: ["feature"] }))
      .toMatchInlineSnapshot(`
      [
        {
          "actual": "7",
          "expected": ""shop/web"",
          "pointer": "/project",
        },
        {
          "actual": ""state = closed"",
          "expected": "something that contains "opened"",
          "pointer": "/query",
        },
        {
          "actual": ""1"",
          "expected": "{ "per": 20, "number": >= 1 }",
          "pointer": "/page",
        },
        {
          "actual": "a list of 1 item",
          "expected": "a list of 2 items",
          "pointer": "/labels",
        },
        {
          "actual": ""feature"",
          "expected": ""bug"",
          "pointer": "/labels/0",
        },
        {
          "actual": "nothing",
          "expected": "any of: "asc" | "desc"",
          "pointer": "/sort",
        },
      ]
    `);
  });

  test.each<[JsonValue, JsonValue | undefined, string, string]>([
    ["a", undefined, '"a"', "nothing"],
    ["a", "b".repeat(1000), '"a"', `"${"b".repeat(198)}…`],
    [{ $equals: { a: 1 } }, { a: 1, b: [] }, 'exactly { "a": 1 }', '{ "a": 1, "b": [] }'],
    [{ $not: "a" }, "a", 'not "a"', '"a"'],
    [{ $gt: 1 }, parse("[[[[[[1]]]]]]"), "> 1", "[[[[[…]]]]]"],
    [
      { $exists: false },
      { a: { b: { c: { d: { e: 1 } } } } },
      "nothing",
      '{ "a": { "b": { "c": { "d": {…} } } } }',
    ],
    [
      1,
      Array.from({ length: 20 }, (_, index) => index),
      "1",
      "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …]",
    ],
    [{ $schema: {} }, undefined, "a value that is valid by {}", "nothing"],
  ])("%j and %j", (...[spec, value, expected, actual]) => {
    const matcher = compileMatcher(spec, { compileSchema: () => () => [] });
    expect(matcher.explain(value)).toEqual([{ pointer: "", expected, actual }]);
  });

  test("a value too deep to print is explained all the same", () => {
    const deep = nested(100_000);
    expect(compileMatcher("a").explain(deep)[0]?.actual).toBe("[[[[[…]]]]]");
  });
});

describe("the distance", () => {
  const rules: readonly JsonValue[] = [
    { query: { $contains: "opened" }, page: 1 },
    { query: { $contains: "closed" }, page: 1 },
    { project: "shop/web", user: { name: "ada" } },
  ];

  test.each<[JsonValue, number]>([
    [{ query: "closed", page: 2 }, 1],
    [{ query: "opened", page: "1" }, 0],
    [{ project: "shop/web" }, 2],
    [{ user: { name: "bob" }, project: "shop/web" }, 2],
  ])("the rule nearest to %j is number %i", (value, nearest) => {
    const distances = rules.map((rule) => compileMatcher(rule).distance(value));
    expect(distances.indexOf(Math.min(...distances))).toBe(nearest);
  });

  test.each<[JsonValue, number]>([
    ["text", 6],
    [{}, 5],
    [{ a: "text", d: [1] }, 3],
    [{ a: { b: 1, c: 2 }, d: [] }, 2],
    [{ a: { b: 1, c: 2 }, d: [1, 2] }, 1],
    [{ a: { b: 1, c: 2 }, d: [1] }, 0],
  ])("%j misses some of six expectations: %i", (value, missed) => {
    const matcher = compileMatcher({ a: { b: 1, c: 2 }, d: [1] });
    expect(matcher.distance(value)).toBeCloseTo(missed / 6, 10);
  });
});

describe("keys that objects inherit", () => {
  const polluting = parse('{"__proto__":{"polluted":1},"constructor":2}');

  test("are ordinary keys of a matcher and of a value", () => {
    expect(compileMatcher(polluting).matches(polluting)).toBe(true);
    expect(compileMatcher(polluting).matches({})).toBe(false);
    expect(compileMatcher({ $equals: polluting }).matches(polluting)).toBe(true);
    expect(compileMatcher({ $equals: polluting }).matches({})).toBe(false);
    expect(compileMatcher({ constructor: { $exists: true } }).matches({})).toBe(false);
    expect(compileMatcher({ toString: { $exists: false } }).matches({})).toBe(true);
    expect(compileMatcher(parse('{"__proto__":{"$exists":true}}')).matches({})).toBe(false);
    expect(compileMatcher({ $equals: {} }).matches(parse('{"__proto__":1}'))).toBe(false);
    expect(compileMatcher({ $equals: parse('{"__proto__":1}') }).matches({ a: 1 })).toBe(false);
    // What every object inherits is equal to an empty map.
    expect(compileMatcher({ $equals: parse('{"__proto__":{}}') }).matches({ a: 1 })).toBe(false);
  });

  test("are not operators either", () => {
    expect(problemsOf({ $constructor: 1 })).toHaveLength(1);
    expect(problemsOf(parse('{"$__proto__":1}'))).toHaveLength(1);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("polluted");
  });
});

const anyJson = fc.json().map(parse);

describe("properties", () => {
  test("a value matches itself, and $not of it does not", () => {
    fc.assert(
      fc.property(anyJson, anyJson, (value, other) => {
        const equals = compileMatcher({ $equals: value });
        const not = compileMatcher({ $not: { $equals: value } });
        expect(equals.matches(value)).toBe(true);
        expect(not.matches(value)).toBe(false);
        expect(not.matches(other)).toBe(!equals.matches(other));
        expect(compileMatcher({ $not: { $not: { $equals: value } } }).matches(other)).toBe(
          equals.matches(other),
        );
      }),
      { seed: 1 },
    );
  });

  test("the order of keys does not matter, and one more key matters to $equals only", () => {
    const objects = fc.dictionary(
      fc.string().filter((key) => !key.startsWith("$") && key !== "more"),
      fc.integer(),
    );
    fc.assert(
      fc.property(objects, (object) => {
        const turned = Object.fromEntries(Object.entries(object).toReversed());
        expect(compileMatcher({ $equals: object }).matches(turned)).toBe(true);
        expect(compileMatcher(object).matches(turned)).toBe(true);
        expect(compileMatcher(object).matches({ ...turned, more: 1 })).toBe(true);
        expect(compileMatcher({ $equals: object }).matches({ ...turned, more: 1 })).toBe(false);
      }),
      { seed: 1 },
    );
  });

  test("distance is zero exactly where it matches, and explaining never fails", () => {
    fc.assert(
      fc.property(anyJson, anyJson, (spec, value) => {
        const matcher = compileMatcher({
          $any: [{ $equals: spec }, { $contains: { $equals: spec } }],
        });
        expect(matcher.distance(value) === 0).toBe(matcher.matches(value));
        expect(matcher.explain(value).length === 0).toBe(matcher.matches(value));
      }),
      { seed: 1 },
    );
  });
});
