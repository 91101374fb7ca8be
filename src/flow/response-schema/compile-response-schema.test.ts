import { describe, expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import type { JsonObject } from "../../core/json.ts";
import { toJson } from "../../core/python/convert.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import { isPyDict } from "../../core/python/py-value.ts";
import type { ResponseSchemaEntry } from "../model/index.ts";
import { checkDefinition } from "./check-definition.ts";
import { compileResponseSchema } from "./index.ts";

const start = { line: 1, column: 1 };

function entryOf(definition: unknown): ResponseSchemaEntry {
  // Text keeps the difference between 5 and 5.0.
  const text = typeof definition === "string" ? definition : JSON.stringify(definition);
  const parsed = parsePyJson(text);
  if (!isPyDict(parsed)) throw new Error("a definition is an object");
  return { file: "f.yml", id: "triage", definition: parsed, at: [], range: { start, end: start } };
}

function objectOf(properties: object, required: readonly string[] = []): object {
  return { type: "object", properties, required };
}

function fieldOf(field: object): object {
  return objectOf({ x: field }, ["x"]);
}

function answer(definition: object, args: JsonObject): unknown {
  const result = compileResponseSchema(entryOf(definition)).parse(args);
  return result.ok ? toJson(result.value) : result.text;
}

function nested(depth: number): object {
  return depth === 1
    ? { type: "object" }
    : { type: "object", properties: { x: nested(depth - 1) } };
}

describe("the tool", () => {
  test("is named by the title, or else by the id", () => {
    expect(compileResponseSchema(entryOf({ type: "object", title: "give_answer" })).toolName).toBe(
      "give_answer",
    );
    expect(compileResponseSchema(entryOf({ type: "object", title: "" })).toolName).toBe("triage");
    expect(compileResponseSchema(entryOf({ type: "object" })).definition.name).toBe("triage");
  });

  test("is described by what it is for, and by the schema", () => {
    const plain = compileResponseSchema(entryOf({ type: "object" })).definition.description;
    expect(plain).toContain("the only way to finish");
    const { description } = compileResponseSchema(
      entryOf({ type: "object", description: "How bad it is." }),
    ).definition;
    expect(description).toBe(`${plain}\n\nHow bad it is.`);
  });

  test("shows the model what its answer is held to, and nothing else", () => {
    const definition = {
      $schema: "http://json-schema.org/draft-07/schema#",
      title: "t",
      type: "object",
      additionalProperties: false,
      required: ["severity", "nowhere"],
      properties: {
        severity: { type: "string", enum: ["low", "high"], minLength: 1, description: "How bad" },
        fixed: { const: 1 },
        area: { type: "string", maxLength: 10, minimum: 3, format: "uri", default: "none" },
        count: { type: "integer", minimum: 0, exclusiveMaximum: 9, pattern: "x" },
        tags: {
          type: "array",
          items: { type: "string", minLength: 2 },
          minItems: 1,
          uniqueItems: true,
        },
        people: {
          type: "array",
          items: objectOf({ name: { type: "string", minLength: 2 } }, ["name"]),
        },
        free: { type: "object", additionalProperties: { type: "string" } },
        list: { type: "array", maxItems: 2 },
        odd: { anyOf: [{ type: "integer" }] },
        nothing: { type: "null" },
      },
    };
    const schema = compileResponseSchema(entryOf(definition));
    expect(schema.fields).toEqual(Object.keys(definition.properties));
    expect(schema.definition.inputSchema).toEqual({
      type: "object",
      required: ["severity"],
      properties: {
        severity: { type: "string", enum: ["low", "high"], description: "How bad" },
        fixed: { const: 1 },
        area: { type: "string", maxLength: 10, default: "none" },
        count: { type: "integer", minimum: 0, exclusiveMaximum: 9 },
        tags: { type: "array", items: { type: "string" }, minItems: 1 },
        people: {
          type: "array",
          items: {
            type: "object",
            required: ["name"],
            properties: { name: { type: "string", minLength: 2 } },
          },
        },
        free: { type: "object" },
        list: { type: "array", maxItems: 2 },
        odd: { type: "string" },
        nothing: { type: "string" },
      },
    });
  });
});

describe("the answer", () => {
  test.each<[name: string, definition: object, args: JsonObject, expected: unknown]>([
    [
      "absent optional fields are null",
      objectOf({ a: { type: "string" }, b: { type: "integer" } }, ["a"]),
      { a: "x" },
      { a: "x", b: null },
    ],
    [
      "absent optional fields have their default",
      objectOf({ a: { type: "string", default: "d" } }),
      {},
      { a: "d" },
    ],
    ["optional fields may be null", objectOf({ a: { type: "boolean" } }), { a: null }, { a: null }],
    [
      "nested ones, too",
      objectOf({ o: objectOf({ a: { type: "string" } }) }, ["o"]),
      { o: {} },
      { o: { a: null } },
    ],
    ["text becomes a number", fieldOf({ type: "integer" }), { x: "7" }, { x: 7 }],
    ["7.0 becomes 7", fieldOf({ type: "integer" }), { x: 7 }, { x: 7 }],
    ["yes becomes true", fieldOf({ type: "boolean" }), { x: "yes" }, { x: true }],
    ["unknown fields are dropped", fieldOf({ type: "string" }), { x: "a", y: 1 }, { x: "a" }],
    [
      "limits of list items do not count",
      fieldOf({ type: "array", items: { type: "string", minLength: 9 } }),
      { x: ["a"] },
      { x: ["a"] },
    ],
    [
      "what the service cannot read is a text",
      fieldOf({ anyOf: [{ type: "integer" }] }),
      { x: "a" },
      { x: "a" },
    ],
    ["false is not absent", fieldOf({ enum: [false, null] }), { x: false }, { x: false }],
  ])("%s", (_, definition, ...[args, expected]) => {
    expect(answer(definition, args)).toEqual(expected);
  });

  test.each<[name: string, definition: object, args: JsonObject, text: string]>([
    ["a missing field", fieldOf({ type: "string" }), {}, "Field required"],
    [
      "a number for a text",
      fieldOf({ type: "string" }),
      { x: 5 },
      "Input should be a valid string",
    ],
    ["another word", fieldOf({ enum: ["a", "b"] }), { x: "c" }, "Input should be 'a' or 'b'"],
    [
      "a text that is too long",
      fieldOf({ type: "string", maxLength: 2 }),
      { x: "abc" },
      "at most 2 characters",
    ],
    ["a text for an object", fieldOf(objectOf({})), { x: "{}" }, "valid dictionary"],
    [
      "a list that is too short",
      fieldOf({ type: "array", items: { type: "string" }, minItems: 1 }),
      { x: [] },
      "at least 1 item",
    ],
    [
      "a pattern that is not found",
      fieldOf({ type: "string", pattern: "^a" }),
      { x: "b" },
      "match pattern",
    ],
  ])("%s is refused in pydantic's words", (_, definition, ...[args, text]) => {
    const told = answer(definition, args);
    expect(told).toContain("1 validation error for triage\nx");
    expect(told).toContain(text);
  });
});

describe("a definition that is right", () => {
  test.each<[name: string, definition: unknown]>([
    ["ten objects deep", nested(10)],
    [
      "thirty lists deep",
      fieldOf(
        Array.from({ length: 30 }).reduce<object>((items) => ({ type: "array", items }), {
          type: "string",
        }),
      ),
    ],
    ["with names that only warn", objectOf({ json: {}, copy: {}, model_fields: {}, schema: {} })],
    ["with a pattern in Python's words", fieldOf({ type: "string", pattern: "(?P<n>[)(]a\\/b)" })],
    ["with a class that begins with a bracket", fieldOf({ type: "string", pattern: "[]a][^]b]" })],
    ["with limits that no text can keep", fieldOf({ type: "string", minLength: 5, maxLength: 1 })],
    [
      "of draft 4",
      {
        $schema: "http://json-schema.org/draft-04/schema#",
        ...fieldOf({ type: "integer", minimum: 1, exclusiveMinimum: true }),
      },
    ],
    ["of an unknown draft", { $schema: "foo", type: "object" }],
    ["with a default that has the wrong type", fieldOf({ type: "string", default: 5 })],
    ["with a list to choose", fieldOf({ enum: [[1]] })],
    ["whose optional part is null", fieldOf({ const: null })],
  ])("%s", (_, definition) => {
    expect(checkDefinition(entryOf(definition).definition)).toEqual([]);
    expect(() => compileResponseSchema(entryOf(definition))).not.toThrow();
  });
});

describe("a definition that is wrong", () => {
  test.each<[rule: string, pointer: string, message: string, definition: unknown]>([
    [
      "E42",
      "type",
      '"type" must be one of array, boolean, integer, null, number, object, string, not the text "objekt"',
      { type: "objekt" },
    ],
    ["E42", "title", '"title" must be a text, not 5', { type: "object", title: 5 }],
    ["E42", "properties/x", "a schema must be a mapping, not null", objectOf({ x: null })],
    [
      "E42",
      "properties/x/exclusiveMinimum",
      '"exclusiveMinimum" must be a number, not true',
      fieldOf({ type: "integer", exclusiveMinimum: true }),
    ],
    [
      "E42",
      "properties/x/multipleOf",
      '"multipleOf" must be a number above 0, not 0',
      fieldOf({ type: "number", multipleOf: 0 }),
    ],
    [
      "E42",
      "properties/x/maxLength",
      '"maxLength" must be a whole number from 0, not 1.5',
      fieldOf({ type: "string", maxLength: 1.5 }),
    ],
    [
      "E42",
      "required",
      '"required" must be a list of different texts, not a list',
      { type: "object", required: ["a", "a"] },
    ],
    [
      "E42",
      "properties/x/anyOf",
      '"anyOf" must be a list of schemas, not an empty list',
      fieldOf({ anyOf: [] }),
    ],
    [
      "E42",
      "properties/x/pattern",
      'the pattern "(?<n>a)" cannot be read: its group has no P',
      fieldOf({ type: "string", pattern: "(?<n>a)" }),
    ],
    [
      "E42",
      "properties/x/pattern",
      'the pattern "(a" cannot be read: its ( is not closed',
      fieldOf({ type: "string", pattern: "(a" }),
    ],
    [
      "E42",
      "properties/x/pattern",
      'the pattern "a)" cannot be read: it closes a group that is not open',
      fieldOf({ type: "string", pattern: "a)" }),
    ],
    [
      "E42",
      "properties/x/pattern",
      'the pattern "[a" cannot be read: its [ is not closed',
      fieldOf({ type: "string", pattern: "[a" }),
    ],
    [
      "E42",
      "properties/x/pattern",
      String.raw`the pattern "a\\" cannot be read: it ends in a backslash`,
      fieldOf({ type: "string", pattern: "a\\" }),
    ],
    ["E43", "type", '"type" at the root must be "object", not a list', { type: ["object"] }],
    ["E43", "", '"type" at the root must be "object", not nothing', {}],
    [
      "E44",
      "properties/x".repeat(11).replaceAll("xp", "x/p"),
      "objects and lists are nested more than 10 deep",
      nestedProperties(11),
    ],
    ["E45", "properties/_x", 'the field "_x" begins with an underscore', objectOf({ _x: {} })],
    [
      "E45",
      "properties/x/properties/__y__",
      'the field "__y__" begins with an underscore',
      fieldOf(objectOf({ __y__: {} })),
    ],
    [
      "E46",
      "properties/model_config",
      'the field name "model_config" is taken by the service',
      objectOf({ model_config: {} }),
    ],
    ["E47", "properties/x", "a field cannot be true", objectOf({ x: true })],
    [
      "E47",
      "properties/x/type",
      '"type" cannot be a list here',
      fieldOf({ type: ["string", "null"] }),
    ],
    [
      "E47",
      "properties/x/items",
      '"items" must be one schema, not a list',
      fieldOf({ type: "array", items: [{ type: "string" }] }),
    ],
    [
      "E47",
      "properties/x/items",
      '"items" must be one schema, not true',
      fieldOf({ type: "array", items: true }),
    ],
    ["E47", "properties/x/enum", "there is no value to choose from", fieldOf({ enum: [] })],
    [
      "E47",
      "properties/x/enum/0",
      "a mapping cannot be a value to choose in a field that may be left out",
      objectOf({ x: { enum: [{ a: 1 }] } }),
    ],
    ["E47", "$schema", '"$schema" must be a text, not 5', { type: "object", $schema: 5 }],
    [
      "E48",
      "properties/x/multipleOf",
      '"multipleOf" of a whole number cannot be 0.5',
      fieldOf({ type: "integer", multipleOf: 0.5 }),
    ],
    [
      "E48",
      "properties/x/minLength",
      '"minLength" is written as a fraction',
      '{"type":"object","properties":{"x":{"type":"string","minLength":5.0}}}',
    ],
    [
      "E48",
      "properties/x/pattern",
      String.raw`the pattern "(a)\\1" cannot be used: it uses a back-reference`,
      fieldOf({ type: "string", pattern: String.raw`(a)\1` }),
    ],
    [
      "E48",
      "properties/x/pattern",
      'the pattern "(?<=a)b" cannot be used: it uses look-around',
      fieldOf({ type: "string", pattern: "(?<=a)b" }),
    ],
    [
      "E48",
      "properties/x/pattern",
      'the pattern "(?>a)" cannot be used: it uses an atomic group',
      fieldOf({ type: "string", pattern: "(?>a)" }),
    ],
    [
      "E48",
      "properties/x/pattern",
      String.raw`the pattern "a\\Z" cannot be used: it uses \Z`,
      fieldOf({ type: "string", pattern: String.raw`a\Z` }),
    ],
  ])("%s at %s: %s", (rule, pointer, ...[message, definition]) => {
    const findings = checkDefinition(entryOf(definition).definition);
    expect(
      findings.map((finding) => [finding.rule, finding.path.join("/"), finding.message]),
    ).toEqual([[rule, pointer, message]]);
  });

  test("is refused with its place, and everything at once", () => {
    const definition = objectOf({ _a: {}, b: { type: ["string"] } });
    const compile = (): unknown => compileResponseSchema(entryOf(definition));
    expect(compile).toThrow(AppErrors);
    expect(() => compileResponseSchema(entryOf({ type: "array" }))).toThrow(
      expect.objectContaining({
        code: "FLOW_RESPONSE_SCHEMA_INVALID",
        message:
          'response schema "triage": "type" at the root must be "object", not the text "array"',
        place: { file: "f.yml", line: 1, column: 1 },
      }),
    );
  });

  test("that only our own matcher refuses is refused when it is compiled", () => {
    expect(() =>
      compileResponseSchema(entryOf(fieldOf({ type: "string", pattern: "a".repeat(2_000) }))),
    ).toThrow(AppError);
  });
});

/** Objects in one another, each with a property. */
function nestedProperties(depth: number): object {
  return {
    type: "object",
    properties: {
      x: depth === 1 ? { type: "object", properties: {} } : nestedProperties(depth - 1),
    },
  };
}
