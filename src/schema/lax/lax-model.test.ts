import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { PyFloat } from "../../core/python/py-float.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import { pyRepr } from "../../core/python/py-repr.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import type { LaxOptions } from "./lax-builder.ts";
import { laxModel } from "./lax-model.ts";

const integer = { type: "integer" };
const number = { type: "number" };
const boolean = { type: "boolean" };
const text = { type: "string" };
const list = { type: "array", items: integer };
const idOrPath = { type: ["integer", "string"] };

/** Validates one required field and prints its value as Python would. */
function field(schema: JsonObject, value: PyValue): string {
  const model = laxModel({ type: "object", properties: { a: schema }, required: ["a"] }, "Args");
  const result = model.parse(new Map([["a", value]]));
  return result.ok ? pyRepr(result.value.get("a") ?? null) : result.text;
}

describe("values that a type takes", () => {
  test.each<[schema: JsonObject, given: PyValue, taken: string]>([
    [integer, 5, "5"],
    [integer, "5", "5"],
    [integer, " 5\n", "5"],
    [integer, "5.0", "5"],
    [integer, new PyFloat(5), "5"],
    [integer, true, "1"],
    [integer, "1_000", "1000"],
    [integer, "+7", "7"],
    [integer, "12345678901234567890", "12345678901234567890"],
    [number, 5, "5.0"],
    [number, "1e3", "1000.0"],
    [number, " .5 ", "0.5"],
    [number, false, "0.0"],
    [number, "inf", "inf"],
    [boolean, "YES", "True"],
    [boolean, "off", "False"],
    [boolean, 1, "True"],
    [boolean, new PyFloat(0), "False"],
    [text, "5", "'5'"],
    [list, ["1", 2, true], "[1, 2, 1]"],
    [{ type: "array" }, ["1", null], "['1', None]"],
    [{ enum: ["a", 1] }, "a", "'a'"],
    [{ const: true }, true, "True"],
    [{ type: "object", additionalProperties: integer }, new Map([["k", "5"]]), "{'k': 5}"],
    [{ type: "object" }, new Map([["k", "5"]]), "{'k': '5'}"],
    [{}, "5", "'5'"],
    [{ type: ["string", "null"] }, null, "None"],
  ])("%j takes %j as %s", (schema, given, taken) => {
    expect(field(schema, given)).toBe(taken);
  });

  test.each<[schema: JsonObject, given: PyValue, taken: string]>([
    [idOrPath, 5, "5"],
    [idOrPath, "5", "'5'"],
    [idOrPath, new PyFloat(5), "5"],
    [idOrPath, true, "1"],
    [{ type: ["number", "integer"] }, 5, "5"],
    [{ type: ["integer", "number"] }, new PyFloat(5), "5.0"],
    [{ type: ["integer", "boolean"] }, "1", "1"],
    [{ anyOf: [integer, text, { type: "null" }] }, null, "None"],
    [{ anyOf: [{ anyOf: [integer, text] }, integer] }, "5", "'5'"],
    [{ anyOf: [integer, {}] }, "5", "'5'"],
  ])("the union %j takes %j as %s", (schema, given, taken) => {
    expect(field(schema, given)).toBe(taken);
  });

  test("of two models, the one that uses more fields", () => {
    const small = { title: "Small", type: "object", properties: { a: integer } };
    const large = { title: "Large", type: "object", properties: { a: integer, b: integer } };
    const both = new Map([
      ["a", 1],
      ["b", 2],
    ]);
    expect(field({ anyOf: [small, large] }, both)).toBe("{'a': 1, 'b': 2}");
  });
});

describe("values that a type refuses", () => {
  test.each<[schema: JsonObject, given: PyValue, message: string, type: string]>([
    [
      integer,
      "x",
      "Input should be a valid integer, unable to parse string as an integer",
      "int_parsing",
    ],
    [
      integer,
      "5.5",
      "Input should be a valid integer, unable to parse string as an integer",
      "int_parsing",
    ],
    [
      integer,
      "1__0",
      "Input should be a valid integer, unable to parse string as an integer",
      "int_parsing",
    ],
    [
      integer,
      new PyFloat(5.5),
      "Input should be a valid integer, got a number with a fractional part",
      "int_from_float",
    ],
    [integer, new PyFloat(Infinity), "Input should be a finite number", "finite_number"],
    [integer, null, "Input should be a valid integer", "int_type"],
    [
      integer,
      "9".repeat(4301),
      "Unable to parse input string as an integer, exceeded maximum size",
      "int_parsing_size",
    ],
    [
      number,
      "x",
      "Input should be a valid number, unable to parse string as a number",
      "float_parsing",
    ],
    [number, [], "Input should be a valid number", "float_type"],
    [
      boolean,
      "maybe",
      "Input should be a valid boolean, unable to interpret input",
      "bool_parsing",
    ],
    [boolean, 2, "Input should be a valid boolean, unable to interpret input", "bool_parsing"],
    [boolean, new PyFloat(0.5), "Input should be a valid boolean", "bool_type"],
    [text, 5, "Input should be a valid string", "string_type"],
    [list, "[1]", "Input should be a valid list", "list_type"],
    [{ type: "object" }, "{}", "Input should be a valid dictionary", "dict_type"],
    [{ type: "null" }, 5, "Input should be None", "none_required"],
    [{ enum: ["a", "b", 3] }, "c", "Input should be 'a', 'b' or 3", "literal_error"],
    [
      { ...integer, minimum: 2 },
      "1",
      "Input should be greater than or equal to 2",
      "greater_than_equal",
    ],
    [{ ...integer, exclusiveMaximum: 2 }, 2, "Input should be less than 2", "less_than"],
    [{ ...integer, multipleOf: 5 }, 7, "Input should be a multiple of 5", "multiple_of"],
    [
      { ...number, maximum: 0.5 },
      1,
      "Input should be less than or equal to 0.5",
      "less_than_equal",
    ],
    [{ ...number, exclusiveMinimum: 1 }, 1, "Input should be greater than 1", "greater_than"],
    [{ ...text, minLength: 1 }, "", "String should have at least 1 character", "string_too_short"],
    [
      { ...text, maxLength: 2 },
      "abc",
      "String should have at most 2 characters",
      "string_too_long",
    ],
    [
      { ...text, pattern: "^a" },
      "b",
      "String should match pattern '^a'",
      "string_pattern_mismatch",
    ],
    [
      { ...list, minItems: 1 },
      [],
      "List should have at least 1 item after validation, not 0",
      "too_short",
    ],
    [
      { ...list, maxItems: 1 },
      [1, 2],
      "List should have at most 1 item after validation, not 2",
      "too_long",
    ],
  ])("%j refuses %j: %s", (schema, given, message, type) => {
    const report = field(schema, given);
    expect(report).toContain(`\na\n  ${message} [type=${type}, input_value=`);
    expect(report).toMatch(new RegExp(`/v/${type}$`));
  });

  test.each<[schema: JsonObject, given: PyValue]>([
    [{ ...integer, minimum: 2, maximum: 10, multipleOf: 5 }, 5],
    [{ ...number, multipleOf: 0.1 }, new PyFloat(0.3)],
    [{ ...text, minLength: 1, maxLength: 2 }, "😀😀"],
    [{ ...text, pattern: "b" }, "abc"],
    [{ ...list, minItems: 1, maxItems: 1 }, [1]],
  ])("%j takes %j, which is within", (schema, given) => {
    expect(field(schema, given)).not.toContain("validation error");
  });
});

test("the report of several errors, as pydantic prints it", () => {
  const schema = {
    type: "object",
    properties: {
      project: idOrPath,
      "dotted.name": integer,
      items: {
        type: "array",
        items: { type: "object", properties: { n: integer }, required: ["n"] },
      },
    },
    required: ["project", "dotted.name"],
  };
  const result = laxModel(schema, "GetIssueInput").parse({
    project: [],
    items: [{ n: "x" }, 5, {}],
  });
  expect(result).toMatchInlineSnapshot(`
    {
      "ok": false,
      "text": "6 validation errors for GetIssueInput
    project.int
      Input should be a valid integer [type=int_type, input_value=[], input_type=list]
        For further information visit https://errors.pydantic.dev/2.13/v/int_type
    project.str
      Input should be a valid string [type=string_type, input_value=[], input_type=list]
        For further information visit https://errors.pydantic.dev/2.13/v/string_type
    \`dotted.name\`
      Field required [type=missing, input_value={'project': [], 'items': [{'n': 'x'}, 5, {}]}, input_type=dict]
        For further information visit https://errors.pydantic.dev/2.13/v/missing
    items.0.n
      Input should be a valid integer, unable to parse string as an integer [type=int_parsing, input_value='x', input_type=str]
        For further information visit https://errors.pydantic.dev/2.13/v/int_parsing
    items.1
      Input should be a valid dictionary or instance of ItemsItem [type=model_type, input_value=5, input_type=int]
        For further information visit https://errors.pydantic.dev/2.13/v/model_type
    items.2.n
      Field required [type=missing, input_value={}, input_type=dict]
        For further information visit https://errors.pydantic.dev/2.13/v/missing",
    }
  `);
});

test.each([
  ["a".repeat(48), `'${"a".repeat(48)}'`],
  ["a".repeat(49), `'${"a".repeat(24)}...${"a".repeat(23)}'`],
  ["é".repeat(30), `'${"é".repeat(12)}...${"é".repeat(11)}'`],
])("a long value is cut by bytes, between characters: %s", (value, shown) => {
  expect(field(integer, value)).toContain(`input_value=${shown},`);
});

describe("hostile values", () => {
  const many = 130_000;
  const keys = Array.from({ length: many }, (_, index): [string, PyValue] => [`k${index}`, 1]);
  const ones = Array.from({ length: many }, () => 1);

  test.each<[name: string, schema: JsonObject, given: PyValue]>([
    ["list", { type: "array", items: text }, ones],
    ["dict", { type: "object", additionalProperties: text }, new Map(keys)],
    ["list in a union", { anyOf: [{ type: "array", items: text }, integer] }, ones],
    ["list in a list", { type: "array", items: { type: "array", items: text } }, [ones]],
  ])(
    "a %s with errors in every place is counted whole and told in part",
    (_name, schema, given) => {
      const report = field(schema, given);
      const count = Number(/^\d+/.exec(report)?.[0]);
      expect(count).toBeGreaterThanOrEqual(many);
      expect(report.split("\n")).toHaveLength(1 + 3 * 100 + 1);
      expect(report.endsWith(`\n… and ${count - 100} more`)).toBe(true);
    },
  );

  test("so many unknown keys are counted too", () => {
    const model = laxModel({ type: "object", properties: {} }, "Args", { forbidExtra: true });
    const result = model.parse(new Map(keys));
    expect(!result.ok && result.text).toMatch(/^130000 validation errors for Args\nk0\n/);
    expect(!result.ok && result.text).toMatch(/\n… and 129900 more$/);
  });

  test("as many errors as are told need no more words", () => {
    const report = field({ type: "array", items: text }, ones.slice(0, 100));
    expect(report).toMatch(/^100 validation errors/);
    expect(report).not.toContain("more");
  });

  test("a huge value beside missing fields takes no time", () => {
    const required = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const properties = Object.fromEntries(required.map((name) => [name, integer]));
    const model = laxModel({ type: "object", properties, required }, "Args");
    const args = new Map([["z", "'\n\u00ad".repeat(1_700_000)]]);
    const started = performance.now();
    const result = model.parse(args);
    expect(performance.now() - started).toBeLessThan(500);
    expect(!result.ok && result.text).toContain(
      String.raw`input_value={'z': "'\n\xad'\n\xad'\n\...d'\n\xad'\n\xad'\n\xad"}, input_type=dict]`,
    );
  });

  test("a huge key, and errors that are long each, make no huge report", () => {
    const model = laxModel({ type: "object", properties: {} }, "Args", { forbidExtra: true });
    const key = "k".repeat(5_000_000);
    const one = model.parse(new Map([[key, 1]]));
    expect(!one.ok && one.text.length).toBeLessThan(3000);
    expect(!one.ok && one.text).toContain("k…\n  Extra inputs are not permitted");
    const long = Array.from({ length: 90 }, (_, index): [string, PyValue] => [
      `${index}${key.slice(0, 9000)}`,
      1,
    ]);
    const all = model.parse(new Map(long));
    expect(!all.ok && all.text.length).toBeLessThan(60_000);
    expect(!all.ok && all.text).toMatch(/^90 validation errors[^]*… and \d+ more$/);
  });
});

describe("fields", () => {
  const schema = {
    type: "object",
    properties: {
      b: integer,
      a: { ...text, default: "x" },
      nested: { type: "object", properties: { c: text, d: boolean }, required: ["d"] },
    },
    required: ["b"],
  };

  function parsed(args: JsonObject, options?: LaxOptions): string {
    const result = laxModel(schema, "Args", options).parse(args);
    return result.ok ? pyRepr(result.value) : result.text;
  }

  test.each<[args: JsonObject, options: LaxOptions, result: string]>([
    [{ z: 1, b: "2" }, {}, "{'b': 2}"],
    [{ b: 2, nested: { d: "no", z: 1 } }, {}, "{'b': 2, 'nested': {'d': False}}"],
    [{ b: 2 }, { fillOptional: true }, "{'b': 2, 'a': 'x', 'nested': None}"],
    [
      { b: 2, a: null, nested: { d: true } },
      { fillOptional: true },
      "{'b': 2, 'a': None, 'nested': {'c': None, 'd': True}}",
    ],
    [{ nested: { d: 1 }, b: 2, a: "y" }, {}, "{'b': 2, 'a': 'y', 'nested': {'d': True}}"],
  ])("%j with %j becomes %s", (args, options, result) => {
    expect(parsed(args, options)).toBe(result);
  });

  test("a missing required one, and null for an optional one that is not nullable, are errors", () => {
    expect(parsed({})).toContain(
      "b\n  Field required [type=missing, input_value={}, input_type=dict]",
    );
    expect(parsed({ b: 1, a: null })).toContain("a\n  Input should be a valid string");
  });

  test("unknown keys are errors where they are forbidden, at the outermost level only", () => {
    expect(parsed({ b: 1, q: 5 }, { forbidExtra: true })).toContain(
      "q\n  Extra inputs are not permitted [type=extra_forbidden, input_value=5, input_type=int]",
    );
    expect(parsed({ b: 1, nested: { d: true, q: 5 } }, { forbidExtra: true })).not.toContain(
      "error",
    );
  });

  test("a field named __proto__ is a field", () => {
    const own = JSON.parse('{"type":"object","properties":{"__proto__":{"type":"integer"}}}');
    const result = laxModel(own, "Args").parse(JSON.parse('{"__proto__":"5"}'));
    expect(result.ok && result.value.get("__proto__")).toBe(5);
    expect(({} as Record<string, unknown>)["5"]).toBeUndefined();
  });
});

describe("references", () => {
  const tree = {
    type: "object",
    properties: { root: { $ref: "#/$defs/node" } },
    $defs: {
      node: {
        type: "object",
        properties: {
          value: integer,
          next: { anyOf: [{ $ref: "#/$defs/node" }, { type: "null" }] },
        },
        required: ["value"],
      },
    },
  };

  test("may lead back to where they stand", () => {
    const model = laxModel(tree, "Args");
    const good = model.parse({ root: { value: "1", next: { value: 2, next: null } } });
    expect(good.ok && pyRepr(good.value)).toBe(
      "{'root': {'value': 1, 'next': {'value': 2, 'next': None}}}",
    );
    const bad = model.parse({ root: { value: 1, next: { value: "x" } } });
    expect(!bad.ok && bad.text).toContain("root.next.value\n");
  });
});

describe("schemas that pydantic could not be asked for", () => {
  test.each<[schema: JsonObject, where: string]>([
    [{ type: "array" }, "at /type: "],
    [{ type: "object", not: {} }, ': the keyword "not"'],
    [
      { type: "object", properties: { a: { type: "objekt" } } },
      "at /properties/a/type: there is no",
    ],
    [{ type: "object", properties: { a: { enum: [] } } }, 'at /properties/a: "enum" has no values'],
    [{ type: "object", properties: { a: { enum: [{}] } } }, "at /properties/a: lists and mappings"],
    [
      { type: "object", properties: { a: { ...integer, minimum: 0.5 } } },
      "at /properties/a/minimum: an",
    ],
    [
      { type: "object", properties: { a: { ...text, minLength: 1.5 } } },
      "at /properties/a/minLength: 1.5",
    ],
    [
      { type: "object", properties: { a: { ...text, pattern: "(?=a)" } } },
      "at /properties/a/pattern: ",
    ],
    [
      { type: "object", properties: { a: { $ref: "#/$defs/no" } } },
      'a: "#/$defs/no" leads nowhere',
    ],
    [{ type: "object", properties: { a: { allOf: [text, text] } } }, 'at /properties/a: "allOf"'],
    [
      { type: "object", properties: { a: { ...list, uniqueItems: true } } },
      'the keyword "uniqueItems"',
    ],
    [{ type: "object", properties: { a: { anyOf: [] } } }, "there is nothing to choose from"],
    [{ type: "object", properties: { a: 5 } }, "at /properties/a: it is no schema"],
  ])("%j is refused %s", (schema, where) => {
    expect(() => laxModel(schema, "Args")).toThrow(
      expect.objectContaining({
        code: "SCHEMA_UNSUPPORTED",
        message: expect.stringContaining(where),
      }),
    );
  });

  test("nesting has a limit", () => {
    let deep: JsonValue = integer;
    for (let depth = 0; depth < 200; depth += 1) deep = { type: "array", items: deep };
    expect(() => laxModel({ type: "object", properties: { a: deep } }, "Args")).toThrow("deeply");
  });
});

interface Golden {
  readonly schema: JsonObject;
  /** JSON, in which 1 and 1.0 differ. */
  readonly value: string;
  readonly opt: LaxOptions;
  readonly ok: boolean;
  readonly repr?: string;
  readonly text?: string;
}

// Random schemas and values with what pydantic 2.13.4 made of them.
const golden = readFileSync(new URL("pydantic-cases.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line): Golden => JSON.parse(line));

test.each(golden)(
  "as pydantic: $schema with $value",
  ({ schema, value, opt, ok, repr, text: report }) => {
    const args = parsePyJson(value);
    const result = laxModel(schema, "Some tool", opt).parse(isPyDict(args) ? args : new Map());
    expect(result.ok ? pyRepr(result.value) : result.text).toBe(ok ? repr : report);
  },
);
