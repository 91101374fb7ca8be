import { expect, test } from "vitest";
import type { JsonObject } from "../../core/json.ts";
import { criteriaCount } from "./criteria-count.ts";

const verdicts = (schema: JsonObject) => ({
  properties: { verdicts: { type: "array", ...schema } },
});

test.each([
  ["minItems", verdicts({ minItems: 3, maxItems: 4 }), 3],
  ["maxItems", verdicts({ maxItems: 4 }), 4],
  ["the largest number", verdicts({ items: { properties: { criterion: { maximum: 2 } } } }), 2],
  ["nothing", verdicts({}), undefined],
  ["another schema", { type: "object" }, undefined],
  ["a count that is none", verdicts({ minItems: 0 }), undefined],
  ["a count beyond sense", verdicts({ minItems: 1e9 }), undefined],
  ["no schema", undefined, undefined],
])("the number of criteria from %s", (_, schema, expected) => {
  expect(criteriaCount(schema)).toBe(expected);
});
