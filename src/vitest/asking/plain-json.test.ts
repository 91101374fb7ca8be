import { describe, expect, test } from "vitest";
import { plainJson } from "./plain-json.ts";

const read = (value: unknown): unknown => plainJson({ a: [value] }, ["x"], { file: "a.eval.ts" });

describe("what JSON can say stays", () => {
  test.each([null, true, 1.5, "a", [1, ["b"]], { b: { c: null } }, Object.create(null)])(
    "%j",
    (value) => {
      expect(read(value)).toEqual({ a: [value] });
    },
  );

  test("without keys that are undefined", () => {
    expect(read({ b: undefined, c: 1 })).toStrictEqual({ a: [{ c: 1 }] });
  });

  test("a key called __proto__ is a key", () => {
    const value: unknown = JSON.parse('{ "__proto__": { "a": 1 } }');
    const result = plainJson(value, [], { file: "a" });
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(JSON.stringify(result)).toBe('{"__proto__":{"a":1}}');
  });
});

describe("what it cannot say is refused", () => {
  test.each<[value: unknown, kind: string]>([
    [undefined, "undefined"],
    [Number.NaN, "number NaN"],
    [Number.POSITIVE_INFINITY, "number Infinity"],
    [10n, "bigint 10"],
    [() => 1, "a function"],
    [/a/u, "a RegExp"],
    [new Date(0), "a Date"],
    [new Map(), "a Map"],
    [expect.stringContaining("a"), "a StringContaining"],
  ])("%o", (value, kind) => {
    expect(() => read(value)).toThrow(
      expect.objectContaining({
        code: "EVAL_SUITE_INVALID",
        message: `x.a.0 is ${kind}, not JSON`,
      }),
    );
  });
});
