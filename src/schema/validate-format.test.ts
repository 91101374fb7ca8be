import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonValue } from "../core/json.ts";
import { formatLoaders } from "./generated/index.ts";
import { validateFormat } from "./validate-format.ts";

describe("our formats", () => {
  test.each<[format: "config" | "script" | "suite", value: JsonValue]>([
    ["config", {}],
    ["config", { suites: ["a"], lint: { rules: { "no-x": "off" } }, context: { project: 5 } }],
    ["script", { script: "a", replies: [{ turns: [{ text: "hi" }] }] }],
    ["suite", { suite: "a", target: { flow: "x" }, cases: [{ id: "b", ask: "c" }] }],
  ])("%s takes %j", async (format, value) => {
    expect(await validateFormat(format, value)).toEqual([]);
  });

  test.each<[format: "config" | "script" | "suite", value: JsonValue | undefined, message: string]>(
    [
      ["config", undefined, "the document has to be a mapping, not empty"],
      ["config", { suits: [] }, 'unknown key "suits"'],
      ["script", { script: "a" }, 'the document needs the key "replies"'],
      [
        "suite",
        { suite: "a", target: { flow: "x" }, cases: {} },
        '"cases" has to be a list, not a mapping',
      ],
    ],
  )("%s refuses %j", async (format, value, message) => {
    const problems = await validateFormat(format, value);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });
});

/** Mostly the first value; the others are what people write instead. */
function mostly(good: JsonValue, ...others: readonly JsonValue[]): fc.Arbitrary<JsonValue> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(good) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

const nearChecks = fc.array(
  mostly(
    { called: { tool: "x", args: { a: { $contains: "b" } }, times: { min: 1 } } },
    { called: "x" },
    { called: { tool: "x", args: { a: { $contians: "b" } } } },
    { caled: "x" },
    { answer: { word: "x" } },
    { answer: {} },
    { judge: [] },
    "called",
  ),
  { minLength: 1, maxLength: 3 },
);

const nearSuites: fc.Arbitrary<JsonValue> = fc.record({
  suite: mostly("a", "A b", 5),
  target: mostly({ flow: "x" }, { flow: 5 }, { flw: "x" }, "x"),
  tools: mostly({ t: { returns: 1 } }, {}, { t: [{ error: "x" }, { eror: "x" }] }, []),
  context: mostly({ none: true }, { none: false }, { project: {} }, { project: "a" }),
  cases: fc.array(
    fc.record({
      id: mostly("a", "", 5),
      ask: mostly("hi", 5, null),
      trials: mostly(1, 0, "1"),
      expect: nearChecks,
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

const nearConfigs: fc.Arbitrary<JsonValue> = fc.record({
  suites: mostly(["a"], [], "a", [5]),
  registries: mostly({ flows: ["a"] }, {}, { flows: "a" }, { flow: [] }),
  models: mostly({ agent: "a" }, {}, { agent: 1 }),
  prices: mostly({ m: { input: 1, output: 2 } }, { m: { input: 1 } }, { m: { input: -1 } }),
  limits: mostly({ concurrency: 1 }, { concurrency: 0 }, { max_seconds: 0 }),
  lint: mostly({ rules: { a: "off" } }, { rules: { A: "off" } }, { rules: { a: "of" } }),
  gitlab: mostly({ url: "https://a.b" }, { url: "a.b" }),
  context: mostly({ none: true }, { none: true, project: 1 }, { project: "" }),
});

describe("the validator decides and the explanation follows it", () => {
  test.each([
    ["suite", nearSuites],
    ["config", nearConfigs],
  ] as const)("%s: what is refused is explained, and nothing else", async (format, values) => {
    const { validate } = await formatLoaders[format]();
    let refused = 0;
    for (const value of fc.sample(values, { numRuns: 400, seed: 7 })) {
      const problems = await validateFormat(format, value);
      expect(problems.length === 0).toBe(validate(value));
      const inAjvsWords = problems.filter(({ message }) => message.startsWith("must "));
      expect(inAjvsWords).toEqual([]);
      refused += problems.length === 0 ? 0 : 1;
    }
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(390);
  });
});

test("nothing is compiled when it runs", () => {
  const script = `
    import { validateFormat } from ${JSON.stringify(new URL("validate-format.ts", import.meta.url).href)};
    for (const format of ["config", "script", "suite"]) {
      const problems = await validateFormat(format, { wrong: 1 });
      console.log(problems.length > 0);
    }`;
  const flags = [
    "--disallow-code-generation-from-strings",
    "--import",
    "tsx",
    "--input-type=module",
  ];
  const output = execFileSync(process.execPath, [...flags, "--eval", script], { encoding: "utf8" });
  expect(output.trim().split("\n")).toEqual(["true", "true", "true"]);
});
