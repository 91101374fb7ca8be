// oxlint-disable unicorn/no-thenable -- a keyword of JSON Schema
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { explainMismatch } from "./explain-mismatch.ts";

function explain(schema: JsonObject, value: JsonValue): string[] {
  return explainMismatch(schema, value, (pattern, text) => new RegExp(pattern, "u").test(text)).map(
    ({ path, atKey, message, hint }) => {
      const where = `${atKey ? "key " : ""}${path.join(".") || "."}`;
      return `${where}: ${message}${hint === undefined ? "" : ` (${hint})`}`;
    },
  );
}

const closed = { type: "object", additionalProperties: false };
const person = {
  ...closed,
  properties: { name: { type: "string" }, age: { type: "integer" } },
  required: ["name"],
};

describe("one keyword", () => {
  test.each<[schema: JsonObject, value: JsonValue, problems: string[]]>([
    [person, { name: "a", age: 1 }, []],
    [person, { name: "a", agee: 1 }, ['key agee: unknown key "agee" (did you mean "age"?)']],
    [person, { name: "a", shoe: 1 }, ['key shoe: unknown key "shoe" (one of: name, age)']],
    [person, {}, ['.: the document needs the key "name"']],
    [person, { nmae: "a" }, ['key nmae: unknown key "nmae" (did you mean "name"?)']],
    [person, 5, [".: the document has to be a mapping, not 5"]],
    [person, null, [".: the document has to be a mapping, not empty"]],
    [person, { name: 5 }, ['name: "name" has to be text, not 5']],
    [person, { name: "a", age: 1.5 }, ['age: "age" has to be a whole number, not 1.5']],
    [
      { type: ["string", "array"] },
      { a: 1 },
      [".: the document has to be text or a list, not a mapping"],
    ],
    [{ type: "number" }, 5, []],
    [
      { enum: ["exact", "in_order"] },
      "exat",
      ['.: the document has to be "exact" or "in_order", not "exat" (did you mean "exact"?)'],
    ],
    [{ enum: ["a", 1, null] }, 2, ['.: the document has to be "a", 1 or null, not 2']],
    [{ const: true }, false, [".: the document has to be true, not false"]],
    [{ type: "string", minLength: 1 }, "", [".: the document must not be empty"]],
    [{ type: "string", minLength: 3 }, "a", [".: the document needs at least 3 characters"]],
    [
      { type: "string", maxLength: 1 },
      "😀😀",
      [".: the document may have at most 1 characters, not 2"],
    ],
    [
      { pattern: "^a", description: "Begins with a." },
      "b",
      ['.: the document has to match ^a, not "b" (Begins with a.)'],
    ],
    [{ minimum: 1 }, 0, [".: the document has to be at least 1, not 0"]],
    [{ exclusiveMaximum: 1 }, 1, [".: the document has to be less than 1, not 1"]],
    [{ multipleOf: 2 }, 3, [".: the document has to be a multiple of 2, not 3"]],
    [{ items: { type: "string" } }, ["a", 1], ["1: item 2 has to be text, not 1"]],
    [
      { properties: { tags: { items: { type: "string" } } } },
      { tags: [1] },
      ['tags.0: item 1 of "tags" has to be text, not 1'],
    ],
    [{ minItems: 1 }, [], [".: the document needs at least one item, not 0"]],
    [{ maxItems: 1 }, [1, 2], [".: the document may have at most one item, not 2"]],
    [
      { uniqueItems: true },
      [{ a: 1 }, { a: 1 }],
      ["1: item 2 repeats an earlier item of the list"],
    ],
    [
      { prefixItems: [{ type: "string" }], items: false },
      ["a", 1],
      ["1: item 2 is not allowed here"],
    ],
    [
      { items: [{ type: "string" }], additionalItems: { type: "null" } },
      [1, 1],
      ["0: item 1 has to be text, not 1", "1: item 2 has to be empty (null), not 1"],
    ],
    [
      { contains: { const: 1 } },
      [2],
      [".: the document lacks an item of the kind that it must have"],
    ],
    [
      { minProperties: 1, properties: { a: {}, b: {} } },
      {},
      [".: the document needs at least one key (one of: a, b)"],
    ],
    [{ maxProperties: 1 }, { a: 1, b: 2 }, [".: the document may have at most one key, not 2"]],
    [
      { propertyNames: { pattern: "^[a-z]+$" } },
      { "A b": 1 },
      ['key A b: the key has to match ^[a-z]+$, not "A b"'],
    ],
    [
      { patternProperties: { "^x-": { type: "string" } }, additionalProperties: false },
      { "x-a": 1, b: 1 },
      ['x-a: "x-a" has to be text, not 1', 'key b: unknown key "b"'],
    ],
    [{ dependentRequired: { a: ["b"] } }, { a: 1 }, ['.: the document needs the key "b"']],
    [
      { not: { required: ["a", "b"] } },
      { a: 1, b: 1 },
      ['.: the document must not have "a" and "b"'],
    ],
    [
      { if: { required: ["a"] }, then: { required: ["b"] }, else: { required: ["c"] } },
      { a: 1 },
      ['.: the document needs the key "b"'],
    ],
    [
      { if: { required: ["a"] }, then: { required: ["b"] }, else: { required: ["c"] } },
      {},
      ['.: the document needs the key "c"'],
    ],
    [
      { allOf: [{ required: ["a"] }, { required: ["b"] }] },
      {},
      ['.: the document needs the key "a"', '.: the document needs the key "b"'],
    ],
    [
      { $ref: "#/$defs/a~1b", $defs: { "a/b": { type: "null" } } },
      1,
      [".: the document has to be empty (null), not 1"],
    ],
    [{ properties: { a: false } }, { a: 1 }, ['a: "a" is not allowed here']],
  ])("%j with %j", (schema, value, problems) => {
    expect(explain(schema, value).toSorted()).toEqual(problems.toSorted());
  });
});

const either = {
  anyOf: [
    { ...closed, properties: { x: { type: "null" }, y: { type: "null" } } },
    { ...closed, properties: { p: {} } },
  ],
};
const check = (name: string, schema: JsonObject): JsonObject => ({
  ...closed,
  properties: { [name]: schema },
  required: [name],
});
const checks = {
  anyOf: [
    check("called", {
      anyOf: [
        { type: "string" },
        { ...closed, properties: { tool: {}, times: {} }, required: ["tool"] },
      ],
    }),
    check("answer", { ...closed, minProperties: 1, properties: { word: { type: "string" } } }),
    check("max_turns", { type: "integer" }),
  ],
};
const shapes = {
  oneOf: [
    {
      ...closed,
      properties: { type: { const: "circle" }, radius: { type: "number" } },
      required: ["type", "radius"],
    },
    {
      ...closed,
      properties: { type: { const: "square" }, side: { type: "number" } },
      required: ["type", "side"],
    },
  ],
};

describe("one problem for a cause, through alternatives", () => {
  test.each<[schema: JsonObject, value: JsonValue, problems: string[]]>([
    [checks, { called: "a" }, []],
    [checks, { caled: "a" }, ['key caled: unknown key "caled" (did you mean "called"?)']],
    [checks, {}, ['.: the document needs the key "called", "answer" or "max_turns"']],
    [checks, 5, [".: the document has to be a mapping, not 5"]],
    [checks, { called: 5 }, ['called: "called" has to be text or a mapping, not 5']],
    [checks, { called: { tol: 1 } }, ['key called.tol: unknown key "tol" (did you mean "tool"?)']],
    [checks, { max_turns: "x" }, ['max_turns: "max_turns" has to be a whole number, not "x"']],
    [checks, { answer: {} }, ['answer: "answer" needs at least one key (one of: word)']],
    [
      checks,
      { called: "a", answer: { word: "b" } },
      ['key answer: unknown key "answer" (one of: called)'],
    ],
    [shapes, { type: "circle", radius: 1 }, []],
    [
      shapes,
      { type: "square", radius: 1 },
      [
        '.: the document needs the key "side"',
        'key radius: unknown key "radius" (one of: type, side)',
      ],
    ],
    [
      shapes,
      { type: "square", sides: 1 },
      ['key sides: unknown key "sides" (did you mean "side"?)'],
    ],
    [
      { anyOf: [{ const: "a" }, { enum: ["b", "c"] }] },
      "d",
      ['.: the document has to be "a", "b" or "c", not "d"'],
    ],
    [
      { anyOf: [{ required: ["ask"] }, { required: ["conversation"] }] },
      {},
      ['.: the document needs the key "ask" or "conversation"'],
    ],
    [
      { oneOf: [{ required: ["ask"] }, { required: ["conversation"] }] },
      { ask: 1, conversation: 1 },
      ['.: the document has more than one of "ask", "conversation"'],
    ],
    [
      { anyOf: [{ type: "string", pattern: "^a" }, { type: "integer" }] },
      "b",
      ['.: the document has to match ^a, not "b"'],
    ],
    [
      { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
      ["a", 1],
      ["1: item 2 has to be text, not 1"],
    ],
    [
      either,
      { x: 1, y: 1, p: 1 },
      [
        'key p: unknown key "p" (one of: x, y)',
        'x: "x" has to be empty (null), not 1',
        'y: "y" has to be empty (null), not 1',
      ],
    ],
  ])("%j with %j", (schema, value, problems) => {
    expect(explain(schema, value)).toEqual(problems);
  });
});

test("problems come in the order of their paths, each once", () => {
  const schema = {
    additionalProperties: { items: { type: "string" } },
    allOf: [{ required: ["z"] }, { required: ["z"] }],
  };
  expect(
    explain(schema, { b: [...Array.from({ length: 11 }, () => "x"), 1], a: ["x", "x", 1] }),
  ).toEqual([
    '.: the document needs the key "z"',
    'a.2: item 3 of "a" has to be text, not 1',
    'b.11: item 12 of "b" has to be text, not 1',
  ]);
});

test("long values and keys are cut", () => {
  const [problem = ""] = explain(person, { name: "a", age: "x".repeat(1000) });
  expect(problem.length).toBeLessThan(150);
});

test("alternatives that contain each other take no exponential time", () => {
  const matcher = {
    $ref: "#/$defs/m",
    $defs: {
      m: {
        anyOf: [
          {
            type: "object",
            propertyNames: { pattern: "^[^$]" },
            additionalProperties: { $ref: "#/$defs/m" },
          },
          { ...closed, properties: { $not: { $ref: "#/$defs/m" } } },
          { type: "object", additionalProperties: { $ref: "#/$defs/m" }, required: ["x"] },
          { type: "string" },
        ],
      },
    },
  };
  let value: JsonValue = 5;
  for (let depth = 0; depth < 60; depth += 1) value = { k: value };
  expect(explain(matcher, value)).toHaveLength(1);
});

test("a schema that only refers to itself says nothing", () => {
  expect(explain({ $ref: "#" }, 1)).toEqual([]);
  expect(explain({ $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/a" } } }, 1)).toEqual([]);
});

test("any schema with any value is explained without throwing", () => {
  const json = fc.json({ maxDepth: 3 }).map((text): JsonValue => JSON.parse(text));
  const keyword = fc.constantFrom(
    ..."type enum items anyOf oneOf required properties $ref not if minimum pattern contains".split(
      " ",
    ),
  );
  const cases = fc.sample(fc.tuple(fc.dictionary(keyword, json), json), { numRuns: 300, seed: 1 });
  for (const [schema, value] of cases) {
    expect(explainMismatch(schema, value, () => false)).toBeInstanceOf(Array);
  }
});
