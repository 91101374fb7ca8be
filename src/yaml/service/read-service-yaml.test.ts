import { describe, expect, test } from "vitest";
import { pyRepr } from "../../core/python/py-repr.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import { PyDate } from "./py-date.ts";
import { readServiceYaml } from "./read-service-yaml.ts";

/** What stands after `k:`, as Python prints it, and the codes of the problems. */
function scalar(source: string): [value: string, ...codes: string[]] {
  const { value, problems } = readServiceYaml(`k: ${source}\n`, "f.yml");
  const item = isPyDict(value) ? value.get("k") : undefined;
  return [pyRepr(item ?? null), ...problems.map(({ code }) => code)];
}

function document(source: string): string {
  const { value, problems } = readServiceYaml(source, "f.yml");
  const errors = problems.filter(({ severity }) => severity === "error");
  return errors.length > 0 ? errors.map(({ code }) => code).join(" ") : pyRepr(value ?? null);
}

function codes(source: string): string[] {
  return readServiceYaml(source, "f").problems.map(({ code }) => code);
}

describe("plain scalars", () => {
  test.each([
    ["true", "True"],
    ["False", "False"],
    ["tRue", "'tRue'"],
    ["y", "'y'"],
    ["n", "'n'"],
    ["null", "None"],
    ["~", "None"],
    ["", "None"],
    ["None", "'None'"],
    ["0", "0"],
    ["-1", "-1"],
    ["+12", "12"],
    ["08", "'08'"],
    ["0o14", "'0o14'"],
    ["0x1F", "31"],
    ["-0x1F", "-31"],
    ["0b1_0", "2"],
    ["4_000", "4000"],
    ["1_", "1"],
    ["_1", "'_1'"],
    ["9007199254740993", "9007199254740993"],
    ["0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695"],
    ["1.0", "1.0"],
    ["1.", "1.0"],
    [".5", "0.5"],
    ["-.5", "'-.5'"],
    ["1e3", "'1e3'"],
    ["1.5e3", "'1.5e3'"],
    ["1.0e+3", "1000.0"],
    ["-0.0", "-0.0"],
    [".inf", "inf"],
    ["-.INF", "-inf"],
    [".NaN", "nan"],
    ["inf", "'inf'"],
    ["1_000.5", "1000.5"],
    ["1.2.3", "'1.2.3'"],
    ["^1.0.0", "'^1.0.0'"],
    ["2024-1-1", "'2024-1-1'"],
    ["a:b", "'a:b'"],
    ["http://x.y/z?a=b#c", "'http://x.y/z?a=b#c'"],
    ["x #y", "'x'"],
  ])("%s is %s", (source, value) => {
    expect(scalar(source)).toEqual([value]);
  });

  test.each([
    ["yes", "True", "implicit-bool"],
    ["Off", "False", "implicit-bool"],
    ["010", "8", "implicit-octal"],
    ["12:30", "750", "implicit-sexagesimal"],
    ["-1:0", "-60", "implicit-sexagesimal"],
    ["20:30:45.5", "73845.5", "implicit-sexagesimal"],
  ])("%s is %s, and a warning says so", (source, value, code) => {
    expect(scalar(source)).toEqual([value, code]);
    expect(document(`k: ${source}\n`)).toBe(`{'k': ${value}}`);
    expect(scalar(`"${source}"`)).toEqual([`'${source}'`]);
  });

  test.each(["2024-01-01", "2024-01-01T10:00:00Z", "2024-01-01 10:00:00.5 +02:00"])(
    "%s is a date, which is an error",
    (source) => {
      const { value, problems } = readServiceYaml(source, "f.yml");
      expect(value).toEqual(new PyDate(source));
      expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["date", "error"]]);
    },
  );

  test.each([
    ["2024-02-30", "timestamp"],
    ["=", "tag"],
    ["<<", "tag"],
    ["0b_", "number"],
    ["0b", undefined],
  ])("%s is text with an error %s", (source, code) => {
    expect(scalar(source)).toEqual([`'${source}'`, ...(code === undefined ? [] : [code])]);
  });

  test("a date says whether there is such a day", () => {
    const [real, unreal] = ["2024-02-29", "2023-02-29"].map(
      (date) => readServiceYaml(`k: ${date}\n`, "f").problems[0]?.message,
    );
    expect(real).toContain("the service reads a date here");
    expect(unreal).toContain("there is no such time");
  });
});

describe("tags and quotes", () => {
  test.each([
    ["'yes'", "'yes'"],
    ['"1"', "'1'"],
    ["!!str 123", "'123'"],
    ["!!str", "''"],
    ['!!int "42"', "42"],
    ["!!int 0o14", "12"],
    ['!!float "1"', "1.0"],
    ["!!float 1e3", "1000.0"],
    ['!!bool "yes"', "True"],
    ['!!null "x"', "None"],
    ["!", "None"],
    ['! "5"', "5"],
    ["!!seq [1]", "[1]"],
    ["!!omap [{a: 1}, {b: 2}]", "[['a', 1], ['b', 2]]"],
  ])("%s is %s", (source, value) => {
    expect(scalar(source)).toEqual([value]);
  });

  test.each([
    ["!foo x", "tag"],
    ["!!int abc", "number"],
    ["!!bool maybe", "tag"],
    ["!!map [1]", "tag"],
    ["!!str {a: 1}", "tag"],
    ["!!python/object/apply:os.system [id]", "tag"],
    ["!!omap [{a: 1, b: 2}]", "tag"],
    ["!!set {a}", ""],
    ["!!binary aGVsbG8=", ""],
  ])("%s: error %s", (source, code) => {
    const errors = readServiceYaml(`k: ${source}\n`, "f").problems.filter(
      (p) => p.severity === "error",
    );
    expect(errors.map((problem) => problem.code).join(" ")).toBe(code);
  });
});

describe("documents", () => {
  test.each([
    ["", "None"],
    ["# only a comment\n", "None"],
    ["\uFEFFa: 1\n", "{'a': 1}"],
    ["a: 1\r\nb: |\r\n  x\r\n", "{'a': 1, 'b': 'x\\n'}"],
    ["a: 1\rb: 2\r", "{'a': 1, 'b': 2}"],
    ["a: 1\u0085b: 2\n", "{'a': 1, 'b': 2}"],
    ["a: 1\na: 2\n", "{'a': 2}"],
    ["b: 1\na: 2\nb: 3\n", "{'b': 3, 'a': 2}"],
    [
      "x: &x {a: 1, b: 2}\ny:\n  b: 3\n  <<: *x\n",
      "{'x': {'a': 1, 'b': 2}, 'y': {'a': 1, 'b': 3}}",
    ],
    ["y:\n  <<: [{a: 1}, {a: 2, c: 3}]\n  b: 0\n", "{'y': {'a': 1, 'c': 3, 'b': 0}}"],
    ["y:\n  '<<': {a: 1}\n", "{'y': {'<<': {'a': 1}}}"],
    ["a: &x [1]\nb: *x\n", "{'a': [1], 'b': [1]}"],
    ["=: 1\n", "{'=': 1}"],
    ["true: a\n1: b\n1.0: c\n", "{'True': 'c'}"],
    ["?\n: b\n", "{'None': 'b'}"],
    ["a: {: b}\n", "{'a': {'None': 'b'}}"],
    ["__proto__: {a: 1}\n", "{'__proto__': {'a': 1}}"],
    ["%YAML 1.2\n---\na: yes\n", "{'a': True}"],
    ["a: [x,#c\n  y]\n", "{'a': ['x', 'y']}"],
    ["a: |\n  x\n  y", "{'a': 'x\\ny'}"],
    ["a: >-\n  x\n  y\n", "{'a': 'x y'}"],
    ["a:\n  b: \"x\ny\"\n  c: 'x\n\n y'\n", "{'a': {'b': 'x y', 'c': 'x\\ny'}}"],
    ["a:\n  b: [\n1,\n{ c:\n2 }\n]\nd: 1\n", "{'a': {'b': [1, {'c': 2}]}, 'd': 1}"],
  ])("%j is %s", (source, value) => {
    expect(document(source)).toBe(value);
  });

  test.each([
    ["a: 1\n---\nb: 2\n", "multiple-documents"],
    ["%YAML 2.0\n---\na: 1\n", "syntax"],
    ["a: b: c\n", "syntax"],
    ["a: {{ x }}\n", "key"],
    ["? [a]\n: b\n", "key"],
    ["a: 'x\n", "syntax"],
    ['a: "x\n---\ny"\n', "syntax multiple-documents"],
    ["a: 1\n: b\n", "syntax"],
    ["- : b\n", "syntax"],
    ["a: [1\nb: 2\n", "syntax"],
    ["a: @x\n", "syntax"],
    ["a:\n\tb: 1\n", "tab"],
    ["a:\t1\n", "tab"],
    ["a: [1,\t2]\n", "tab"],
    ["a: b\tc\n", "tab"],
    ["a: b\t# c\n", "tab"],
    ["a: [x?y]\n", "syntax"],
    ["a: [:x]\n", "syntax"],
    ["a: *x\n", "anchor"],
    ["a: &x [*x]\n", "anchor"],
    ["a: &x 1\nb: &x 2\n", "anchor"],
    ["a: &x.y 1\n", "anchor"],
    ["y:\n  <<: 5\n", "merge"],
    ["y:\n  <<: [1]\n", "merge"],
    ["a: \u0001\n", "encoding"],
    ["a: \u0000\n", "encoding"],
  ])("%j is refused: %s", (source, code) => {
    expect(document(source)).toBe(code);
  });

  test.each(['a: "x\ty"\n', "a: 'x\ty'\n", "a: |\n  x\ty\n", "# x\ty\n", "a: 1 # x\ty\n"])(
    "a tab inside of text is no error: %j",
    (source) => {
      expect(readServiceYaml(source, "f").problems).toEqual([]);
    },
  );

  test("an error in one place hides nothing of the rest", () => {
    const { value, problems } = readServiceYaml("a: @x\nb: 1\nc: !no x\nd: {{ y }}\ne: 2\n", "f");
    expect(problems.map(({ range, code }) => [range.start.line, code])).toEqual([
      [1, "syntax"],
      [3, "tag"],
      [4, "key"],
    ]);
    expect(isPyDict(value) && [value.get("b"), value.get("e")]).toEqual([1, 2]);
  });

  test("a bracket or a quote that is never closed takes no more than its own entry", () => {
    const { value } = readServiceYaml('a: [1\nb: 2\nc: "x\nd: "4"\n', "f");
    expect(isPyDict(value) && [value.get("b"), value.get("d")]).toEqual([2, "4"]);
  });

  test.each([
    ["a: 1\na: 2\n", "duplicate-key", 2],
    ["a: |\n  x", "no-final-newline", 2],
    ["a: x\u2028y\n", "line-break", 1],
  ])("%j is read with a warning %s", (source, code, line) => {
    const [problem] = readServiceYaml(source, "f").problems;
    expect(problem).toMatchObject({ code, severity: "warning", range: { start: { line } } });
  });
});

describe("keys that are not strings", () => {
  test("are told with their path and their type", () => {
    const source = "on:\n  1: a\n  1.5: b\n  null: c\n  'true': d\n  2024-01-01: e\n";
    const { nonStringKeys, value } = readServiceYaml(source, "f");
    expect(nonStringKeys).toEqual([
      { path: ["True"], kind: "bool" },
      { path: ["True", "1"], kind: "int" },
      { path: ["True", "1.5"], kind: "float" },
      { path: ["True", "None"], kind: "null" },
      { path: ["True", "2024-01-01"], kind: "timestamp" },
    ]);
    expect(pyRepr(value ?? null)).toBe(
      "{'True': {'1': 'a', '1.5': 'b', 'None': 'c', 'true': 'd', '2024-01-01': 'e'}}",
    );
  });
});

describe("ranges", () => {
  const source = [
    "name: flow",
    "list:",
    "  - a",
    "  - b: &b",
    "      true: yes",
    "other: *b",
    "merged:",
    "  <<: *b",
    "  own: |",
    "    text",
    "dup: 1",
    "dup: 2",
    "empty:",
    "",
  ].join("\n");
  const { rangeOf } = readServiceYaml(source, "f");

  test.each<[path: (string | number)[], part: "key" | "value", place: string | undefined]>([
    [[], "value", "1:1"],
    [["name"], "key", "1:1-1:5"],
    [["name"], "value", "1:7-1:11"],
    [["list", 0], "value", "3:5-3:6"],
    [["list", 0], "key", "3:5-3:6"],
    [["list", 1, "b", "True"], "key", "5:7-5:11"],
    [["list", 1, "b", "True"], "value", "5:13-5:16"],
    [["other"], "value", "6:8-6:10"],
    [["other", "True"], "value", "5:13-5:16"],
    [["merged", "True"], "value", "5:13-5:16"],
    [["merged", "own"], "value", "9:8"],
    [["dup"], "value", "12:6-12:7"],
    [["empty"], "key", "13:1-13:6"],
    [["missing"], "value", undefined],
    [["name", "x"], "value", undefined],
    [["list", 5], "value", undefined],
    [["list", "b"], "value", undefined],
  ])("%j %s stands at %s", (path, part, place) => {
    const range = rangeOf(path, part);
    const text =
      range &&
      `${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column}`.slice(
        0,
        place?.includes("-") === true ? undefined : place?.length,
      );
    expect(text).toBe(place);
  });

  test("a byte order mark is no column, CRLF and CR end a line", () => {
    const read = readServiceYaml("\uFEFFa: 1\r\nb: 2\rc: 3\n", "f");
    expect(read.rangeOf(["a"], "key")?.start).toEqual({ line: 1, column: 1 });
    expect(read.rangeOf(["b"], "key")?.start).toEqual({ line: 2, column: 1 });
    expect(read.rangeOf(["c"])?.start).toEqual({ line: 3, column: 4 });
  });
});

describe("limits", () => {
  test.each([
    ["size", `a: "${"x".repeat(1_000_000)}"`],
    ["nesting in brackets", "[".repeat(100_000)],
    ["nesting in braces", "{a: ".repeat(100_000)],
    ["nesting in lists", "- ".repeat(100_000)],
    [
      "nesting by indentation",
      Array.from({ length: 300 }, (_, n) => `${" ".repeat(n)}a:`).join("\n"),
    ],
    ["parts", "[a,".repeat(1) + "a,".repeat(120_000)],
  ])("%s", (_, source) => {
    const { value, problems } = readServiceYaml(source, "f");
    expect(problems.map(({ code }) => code)).toContain("limit");
    expect(value).toBeUndefined();
  });

  test("what aliases stand for", () => {
    const levels = ["a: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let n = 1; n <= 8; n += 1) levels.push(`b${n}: &a${n} [${`*a${n - 1}, `.repeat(10)}]`);
    expect(codes(levels.join("\n"))).toEqual(["limit"]);
    expect(codes(levels.slice(0, 4).join("\n"))).toEqual([]);
  });

  test("chains of merges", () => {
    const levels = ["a: &a0 {k: 1}"];
    for (let n = 1; n <= 24; n += 1) {
      levels.push(`b${n}: &a${n}`, `  <<: [*a${n - 1}, *a${n - 1}]`, `  k${n}: 1`);
    }
    expect(codes(levels.join("\n"))).toEqual(["limit"]);
    expect(codes(levels.slice(0, 22).join("\n"))).toEqual([]);
  });

  test("digits, and how much of them a message shows", () => {
    const [problem] = readServiceYaml(`a: ${"9".repeat(5000)}`, "f").problems;
    expect(problem?.code).toBe("number");
    expect(problem?.message.length).toBeLessThanOrEqual(300);
    expect(codes(`a: ${"1:".repeat(5000)}1`)).toEqual(["number"]);
  });

  test("problems, of which an error is never left out for warnings", () => {
    const source = `${"a: 1\n".repeat(3000)}b: @\n`;
    const { problems } = readServiceYaml(source, "f");
    expect(problems.length).toBe(1001);
    expect(problems.at(-1)?.severity).toBe("error");
  });
});

test("nothing reaches a prototype", () => {
  const source =
    '__proto__: {polluted: 1}\n"constructor": {prototype: {polluted: 1}}\nx: &x {__proto__: {polluted: 1}}\ny:\n  <<: *x\n';
  const { value } = readServiceYaml(source, "f");
  expect(isPyDict(value) && [...value.keys()]).toEqual(["__proto__", "constructor", "x", "y"]);
  expect(({} as Record<string, PyValue>)["polluted"]).toBeUndefined();
});
