import { describe, expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { compileSchema } from "./compile-schema.ts";

const draft07 = "http://json-schema.org/draft-07/schema#";
const draft2020 = "https://json-schema.org/draft/2020-12/schema";

describe("values", () => {
  test.each<[schema: JsonObject, valid: JsonValue, wrong: JsonValue, message: string]>([
    [{ type: "integer" }, 1, 1.5, "the document has to be a whole number, not 1.5"],
    [
      { properties: { a: { pattern: "^[a-z]+$" } } },
      { a: "x" },
      { a: "X" },
      '"a" has to match ^[a-z]+$, not "X"',
    ],
    [
      { $schema: draft07, items: [{ type: "string" }], additionalItems: false },
      ["a"],
      ["a", 1],
      "item 2 is not allowed here",
    ],
    [
      { $schema: draft2020, prefixItems: [{ type: "string" }], items: false },
      ["a"],
      ["a", 1],
      "item 2 is not allowed here",
    ],
    [
      { $schema: "http://json-schema.org/draft-07/schema", dependencies: { a: ["b"] } },
      { b: 1 },
      { a: 1 },
      'the document needs the key "b"',
    ],
    [{ dependentRequired: { a: ["b"] } }, { b: 1 }, { a: 1 }, 'the document needs the key "b"'],
    [
      { properties: { a: true }, unevaluatedProperties: false },
      { a: 1 },
      { b: 1 },
      "must NOT have unevaluated properties",
    ],
    [
      { properties: { next: { $ref: "#" }, v: { type: "string" } } },
      { next: { v: "x" } },
      { next: { v: 1 } },
      '"v" has to be text, not 1',
    ],
    [
      { $ref: "#/$defs/a", $defs: { a: { enum: ["x"] } } },
      "x",
      "y",
      'the document has to be "x", not "y"',
    ],
    [
      { $id: "https://example.com/a", type: "string" },
      "a",
      1,
      "the document has to be text, not 1",
    ],
    [
      { patternProperties: { "^x": { type: "null" } } },
      { x: null, y: 1 },
      { x1: 1 },
      '"x1" has to be empty (null), not 1',
    ],
    [{ type: "string", format: "date" }, "not a date", 1, "the document has to be text, not 1"],
  ])("%j takes %j and refuses %j", (schema, valid, wrong, message) => {
    const validate = compileSchema(schema);
    expect(validate(valid)).toEqual([]);
    expect(validate(wrong).map((problem) => problem.message)).toEqual([message]);
  });

  test("patterns take linear time", () => {
    const validate = compileSchema({ pattern: "^(a+)+$" });
    expect(validate("a".repeat(50_000))).toEqual([]);
    expect(validate(`${"a".repeat(50_000)}!`)).toHaveLength(1);
  });

  test("schemas with the same $id do not meet", () => {
    const first = compileSchema({ $id: "same", type: "string" });
    const second = compileSchema({ $id: "same", type: "number" });
    expect([first("a"), second(1)]).toEqual([[], []]);
  });
});

function errorOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new TypeError("nothing was thrown");
}

describe("wrong schemas", () => {
  test.each<[schema: JsonObject, message: string, hint: string]>([
    [{ typ: "string" }, 'unknown keyword "typ"', 'did you mean "type"?'],
    [
      { properties: { a: { minimun: 1 } } },
      'at /properties/a: unknown keyword "minimun"',
      'did you mean "minimum"?',
    ],
    [
      { $schema: draft07, prefixItems: [] },
      'unknown keyword "prefixItems"',
      "it belongs to 2020-12",
    ],
    [{ additionalItems: false }, 'unknown keyword "additionalItems"', "it belongs to draft-07"],
    [{ type: "objekt" }, "at /type: must be equal to one of the allowed values", ""],
    [{ required: "a" }, "at /required: must be array", ""],
    [{ items: { minimum: "1" } }, "at /items/minimum: must be number", ""],
    [{ items: [{ type: "string" }] }, "at /items: must be object,boolean", ""],
    [{ pattern: "(?=a)" }, "at /pattern: cannot read the pattern", "patterns follow RE2"],
    [
      { patternProperties: { "(": true } },
      "at /patternProperties: cannot read the pattern",
      "patterns follow RE2",
    ],
    [{ pattern: "a".repeat(1001) }, "1001 characters, more than the 1000 allowed", ""],
    [{ $ref: "#/$defs/no" }, 'at /$ref: "#/$defs/no" leads nowhere', ""],
    [
      { $ref: "https://example.com/x.json" },
      'at /$ref: "https://example.com/x.json" is outside of the schema',
      "#/$defs/",
    ],
    [
      { $schema: "http://json-schema.org/draft-04/schema#" },
      "at /$schema: unknown dialect",
      "draft-07 or 2020-12",
    ],
    [{ $schema: 5 }, "at /$schema: unknown dialect 5", ""],
    [{ enum: [] }, "enum must have non-empty array", ""],
  ])("%j: %s", (schema, message, hint) => {
    const error = errorOf(() => compileSchema(schema));
    expect(error.code).toBe("SCHEMA_INVALID");
    expect(error.message).toContain(message);
    expect(error.hint ?? "").toContain(hint);
  });

  test("size and depth have limits", () => {
    const wide = {
      properties: Object.fromEntries(Array.from({ length: 6000 }, (_, n) => [`p${n}`, {}])),
    };
    let deep: JsonObject = {};
    for (let depth = 0; depth < 70; depth += 1) deep = { not: deep };
    expect(() => compileSchema(wide)).toThrow("larger than 5000 schemas");
    expect(() => compileSchema(deep)).toThrow("deeper than 64 levels");
  });

  test("a schema that refers to itself without end is told when it is used, or before", () => {
    const endless = {
      $ref: "#/$defs/a",
      $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } },
    };
    expect(() => compileSchema(endless)(1)).toThrow("it refers to itself without end");
  });
});
