import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../json.ts";
import { compileMatcher, operators } from "../compile-matcher.ts";
import { MatcherError } from "../matcher-error.ts";
import type { SchemaFinding } from "../operator.ts";

/** As much of JSON Schema as the examples use. */
function compileSchema(schema: JsonObject): (value: JsonValue) => readonly SchemaFinding[] {
  return (value) => {
    if (schema["type"] === "array" && !Array.isArray(value)) {
      return [{ path: [], message: "it is no list" }];
    }
    const tooFew = Array.isArray(value) && value.length < Number(schema["minItems"] ?? 0);
    return tooFew ? [{ path: [], message: "it has too few items" }] : [];
  };
}

test("every file of the folder is registered under its own name", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "index.ts")
    .map((file) => file.slice(0, -".ts".length));
  expect(operators.ids).toEqual(files.toSorted());
});

describe.each(operators.all())("$$id", ({ id, docs }) => {
  const examples = docs.examples.map((example) => ({
    ...example,
    compiled: compileMatcher(example.matcher, { compileSchema }),
  }));

  test("has examples of both kinds that use it, and a summary that is no sentence", () => {
    expect(docs.summary).toMatch(/^[^A-Z].*[^.]$/);
    for (const { matcher, matches, differs } of docs.examples) {
      expect(JSON.stringify(matcher)).toContain(`"$${id}"`);
      expect(matches).not.toEqual([]);
      expect(differs).not.toEqual([]);
    }
  });

  test.each(
    examples.flatMap(({ matcher, compiled, matches }) =>
      matches.map((value) => ({ matcher, compiled, value })),
    ),
  )("$matcher matches $value", ({ compiled, value }) => {
    expect(compiled.explain(value)).toEqual([]);
    expect(compiled.matches(value)).toBe(true);
    expect(compiled.distance(value)).toBe(0);
  });

  test.each(
    examples.flatMap(({ matcher, compiled, differs }) =>
      differs.map((value) => ({ matcher, compiled, value })),
    ),
  )("$matcher differs from $value", ({ compiled, value }) => {
    expect(compiled.matches(value)).toBe(false);
    expect(compiled.explain(value)).not.toEqual([]);
    expect(compiled.distance(value)).toBeGreaterThan(0);
  });

  test.each(docs.refused.map((operand) => ({ operand })))("refuses $operand", ({ operand }) => {
    expect(() => compileMatcher({ a: { [`$${id}`]: operand } }, { compileSchema })).toThrow(
      MatcherError,
    );
  });
});
