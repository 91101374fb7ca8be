import { expect, test } from "vitest";
import type { JsonObject } from "../../core/json.ts";
import { layOver } from "./lay-over.ts";

test.each<[what: string, below: JsonObject, above: JsonObject, merged: JsonObject]>([
  ["maps become one", { a: { b: 1 } }, { a: { c: 2 } }, { a: { b: 1, c: 2 } }],
  ["what is above replaces", { a: { b: [1, 2] } }, { a: { b: [3] } }, { a: { b: [3] } }],
  ["null takes away", { a: { b: 1, c: 2 } }, { a: { b: null } }, { a: { c: 2 } }],
  ["null over nothing stays", { a: {} }, { a: { b: null } }, { a: { b: null } }],
  ["null over null stays", { b: null }, { b: null }, { b: null }],
  ["a map replaces a text", { a: "x" }, { a: { b: 1 } }, { a: { b: 1 } }],
])("%s", (_, below, above, merged) => {
  expect(layOver(below, above)).toEqual(merged);
});

test("no key is special", () => {
  const hostile: JsonObject = JSON.parse('{ "__proto__": { "a": 1 }, "constructor": 2 }');
  expect(JSON.stringify(layOver({}, hostile))).toBe(JSON.stringify(hostile));
  expect(Object.hasOwn({}, "a")).toBe(false);
});

test("what is laid over stays as it is", () => {
  const below = { a: { b: 1 } };
  layOver(below, { a: { b: null } });
  expect(below).toEqual({ a: { b: 1 } });
});
