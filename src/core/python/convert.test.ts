import { expect, test } from "vitest";
import type { JsonValue } from "../json.ts";
import { fromJson, toJson } from "./convert.ts";
import { PyFloat } from "./py-float.ts";
import type { PyValue } from "./py-value.ts";

test.each<[JsonValue, PyValue]>([
  [null, null],
  [1, 1],
  [0.5, new PyFloat(0.5)],
  [
    [{ a: 1, b: [true] }],
    [
      new Map<string, PyValue>([
        ["a", 1],
        ["b", [true]],
      ]),
    ],
  ],
])("%j goes to Python and comes back", (json, value) => {
  expect(fromJson(json)).toStrictEqual(value);
  expect(toJson(value)).toStrictEqual(json);
});

test("what JSON cannot say becomes the nearest thing", () => {
  expect(toJson([2n ** 70n, new PyFloat(Number.NaN), new PyFloat(3)])).toEqual([
    "1180591620717411303424",
    null,
    3,
  ]);
});

test("a key that means something to JavaScript is a key like any other", () => {
  const value = toJson(new Map([["__proto__", 1]]));
  expect(Object.getOwnPropertyNames(value)).toEqual(["__proto__"]);
});
