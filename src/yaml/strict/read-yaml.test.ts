import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../core/json.ts";
import { yamlErrors } from "../yaml-errors.ts";
import { readYaml } from "./read-yaml.ts";

function read(source: string): JsonValue | undefined {
  const { value, problems } = readYaml(source, "f.yml");
  return problems.length > 0 ? problems.map(({ code }) => code) : value;
}

describe("values", () => {
  test.each<[source: string, value: JsonValue]>([
    ["", null],
    ["a: yes\nb: on\nc: True\nd: FALSE\n", { a: "yes", b: "on", c: true, d: false }],
    ["[null, ~, Null, nULL, '']", [null, null, null, "nULL", ""]],
    ["[1, -1, +1, 010, 0o17, 0x1F, 1_000]", [1, -1, 1, 10, 15, 31, "1_000"]],
    ["[1.0, 1e3, .5, -1.5E-1, 12:30, 1.2.3]", [1, 1000, 0.5, -0.15, "12:30", "1.2.3"]],
    ["2024-01-01", "2024-01-01"],
    ['{"a":1,"b":[true,null,"\\u0041\\/"]}', { a: 1, b: [true, null, "A/"] }],
    ['{\n\t"a": [\n\t\t1\n\t]\n}\n', { a: [1] }],
    ["1: a\ntrue: b\n~: c\n'*': d\n", { 1: "a", true: "b", "~": "c", "*": "d" }],
    ["a: &x [1]\nb: *x\n", { a: [1], b: [1] }],
    ["a: |\n  x\n  y\n", { a: "x\ny\n" }],
    ["'<<': 1\n", { "<<": 1 }],
    ["constructor: 1\n", { constructor: 1 }],
    ["a: [x?y, :z]\n", { a: ["x?y", ":z"] }],
  ])("%j is %j", (source, value) => {
    expect(read(source)).toEqual(value);
  });

  test.each([
    ["a: 1\na: 2\n", "duplicate-key"],
    ["a: {b: 1, b: 2}\n", "duplicate-key"],
    ["a: 1\n---\nb: 1\n", "multiple-documents"],
    ["a: 9007199254740993\n", "number"],
    ["a: 1e400\n", "number"],
    ["a: .inf\n", "number"],
    ["a: .NaN\n", "number"],
    ["a: !!int 1\n", "tag"],
    ["a: !x {b: 1}\n", "tag"],
    ["__proto__: 1\n", "key"],
    ['{"__proto__": {"a": 1}}', "key"],
    ["? [a]\n: b\n", "key"],
    ["<<: {a: 1}\n", "merge"],
    ["a: *x\n", "anchor"],
    ["a: &x [*x]\n", "anchor"],
    ["a: b: c\n", "syntax"],
    ["a:\n\tb: 1\n", "tab"],
    ["a: \u0007\n", "encoding"],
    ["[".repeat(1000), "limit"],
  ])("%j is refused: %s", (source, code) => {
    expect(read(source)).toEqual([code]);
    const [error] = readYaml(source, "f.yml").problems;
    expect(error?.severity).toBe("error");
  });

  test("nothing reaches a prototype", () => {
    const { value } = readYaml("a: 1\n__proto__: {polluted: 1}\n", "f");
    expect(value).toEqual({ a: 1 });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

test("places are those of the file", () => {
  const { rangeOf } = readYaml("a:\n  - b: 1\n1: x\n", "f");
  expect(rangeOf(["a", 0, "b"], "key")?.start).toEqual({ line: 2, column: 5 });
  expect(rangeOf(["a", 0, "b"])?.start).toEqual({ line: 2, column: 8 });
  expect(rangeOf(["1"], "key")?.start).toEqual({ line: 3, column: 1 });
  expect(rangeOf(["a", 1])).toBeUndefined();
});

test("errors for the user say what, where and what to do; warnings are none", () => {
  const { problems } = readYaml("a: 1\nb:\n  a: x: y\na: 2\n", "f.yml");
  const warnings = problems.map((problem) =>
    Object.assign({}, problem, { severity: "warning" as const }),
  );
  expect(yamlErrors([...problems, ...warnings], "f.yml")).toMatchObject([
    {
      code: "YAML_INVALID",
      message: 'a ": " stands where no mapping can begin',
      hint: 'put a value that contains ": " in quotes',
      place: { file: "f.yml", line: 3, column: 6 },
    },
    {
      message: 'the key "a" occurs twice in this mapping',
      place: { file: "f.yml", line: 4, column: 1 },
    },
  ]);
});
