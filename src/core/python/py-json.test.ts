import { describe, expect, test } from "vitest";
import { dumpPyJson } from "./dump-py-json.ts";
import { PyFloat } from "./py-float.ts";
import { PyJsonError } from "./py-json-error.ts";
import { parsePyJson } from "./py-json.ts";
import { PyRecursionError } from "./py-recursion-error.ts";
import type { PyValue } from "./py-value.ts";

describe("parsePyJson", () => {
  test.each<[string, PyValue]>([
    ["1", 1],
    ["1.0", new PyFloat(1)],
    ["1e2", new PyFloat(100)],
    ["-0", 0],
    ["-0.0", new PyFloat(-0)],
    ["9007199254740991", 9007199254740991],
    ["12345678901234567890", 12345678901234567890n],
    ["NaN", new PyFloat(Number.NaN)],
    ["-Infinity", new PyFloat(Number.NEGATIVE_INFINITY)],
    [" [ true , null,\t\nfalse ] ", [true, null, false]],
    [
      '{"__proto__": 1, "a": 2, "__proto__": 3}',
      new Map([
        ["__proto__", 3],
        ["a", 2],
      ]),
    ],
    [String.raw`"\u00e9\ud83d\ude00\n\/\"é"`, 'é😀\n/"é'],
    [String.raw`"\ud800"`, "\ud800"],
  ])("%s", (text, expected) => {
    expect(parsePyJson(text)).toStrictEqual(expected);
  });

  test.each([
    ["", "Expecting value: line 1 column 1 (char 0)"],
    ["  ", "Expecting value: line 1 column 3 (char 2)"],
    ["nul", "Expecting value: line 1 column 1 (char 0)"],
    ["'a'", "Expecting value: line 1 column 1 (char 0)"],
    ["-", "Expecting value: line 1 column 1 (char 0)"],
    [".5", "Expecting value: line 1 column 1 (char 0)"],
    ["[", "Expecting value: line 1 column 2 (char 1)"],
    ["[1,]", "Expecting value: line 1 column 4 (char 3)"],
    ["[1\n,\n x]", "Expecting value: line 3 column 2 (char 6)"],
    ['{"a":\n}', "Expecting value: line 2 column 1 (char 6)"],
    ["01", "Extra data: line 1 column 2 (char 1)"],
    ["1.", "Extra data: line 1 column 2 (char 1)"],
    ["1 2", "Extra data: line 1 column 3 (char 2)"],
    ["[1 2]", "Expecting ',' delimiter: line 1 column 4 (char 3)"],
    ['{"a":1', "Expecting ',' delimiter: line 1 column 7 (char 6)"],
    ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
    ["{", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"],
    ['{"a":1,}', "Expecting property name enclosed in double quotes: line 1 column 8 (char 7)"],
    ['"a', "Unterminated string starting at: line 1 column 1 (char 0)"],
    ['"\\', "Unterminated string starting at: line 1 column 1 (char 0)"],
    ['"a\n"', "Invalid control character at: line 1 column 3 (char 2)"],
    [String.raw`"\x"`, String.raw`Invalid \escape: line 1 column 2 (char 1)`],
    [String.raw`"\u12"`, String.raw`Invalid \uXXXX escape: line 1 column 3 (char 2)`],
    ["\ufeff1", "Unexpected UTF-8 BOM: line 1 column 1 (char 0)"],
  ])("refuses %j", (text, message) => {
    expect(() => parsePyJson(text)).toThrow(
      expect.objectContaining({ name: "PyJsonError", message }),
    );
  });

  test.each([
    ["deep nesting", "[".repeat(100_000)],
    ["an endless int", "1".repeat(100_000)],
  ])("refuses %s", (_name, text) => {
    expect(() => parsePyJson(text)).toThrow(PyJsonError);
  });
});

describe("dumpPyJson", () => {
  test.each<[string, string]>([
    [
      '{"b":1,"a":[1.0,2e22,null,true,"é\\u0001\\u007f\\n\\"\\\\"]}',
      '{"b": 1, "a": [1.0, 2e+22, null, true, "é\\u0001\u007f\\n\\"\\\\"]}',
    ],
    ["[]", "[]"],
    ["{}", "{}"],
    ["[NaN, Infinity, -Infinity]", "[NaN, Infinity, -Infinity]"],
    ["12345678901234567890", "12345678901234567890"],
    ['"\\ud800"', '"\ud800"'],
  ])("%s", (text, expected) => {
    expect(dumpPyJson(parsePyJson(text))).toBe(expected);
  });

  test("refuses what Python could not walk", () => {
    let value: PyValue = [];
    for (let depth = 0; depth < 1000; depth += 1) value = new Map([["k", value]]);
    expect(() => dumpPyJson(value)).toThrow(PyRecursionError);
  });
});
