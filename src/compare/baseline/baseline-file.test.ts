import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { formatPlace } from "../../core/position.ts";
import { systemOfRun } from "../cases/system-of-run.ts";
import { compareSystems } from "../compare-systems.ts";
import { gatedRun, trialOf } from "../testing/gated-run.ts";
import { baselineOfRun } from "./baseline-of-run.ts";
import { baselineText } from "./baseline-text.ts";
import { parseBaseline } from "./parse-baseline.ts";
import { readBaseline } from "./read-baseline.ts";

const judged = (grade: number) =>
  trialOf("pass", {
    servedModels: { agent: ["m-1"], judge: ["j-1"] },
    checks: [
      {
        id: "rubric#1",
        check: "rubric",
        judged: true,
        outcome: "pass",
        message: "",
        score: { rubric: "tone", grade, of: 4, atLeast: 2 },
      },
    ],
  });
const run = gatedRun([
  {
    cases: [
      { case: "b", is: [judged(3), judged(4)], tags: ["x"], critical: true },
      { case: "a", is: ["fail"] },
      { case: "__proto__", is: ["pass"] },
      { case: "c", is: ["infra_error"] },
    ],
  },
]);
const { kept } = baselineOfRun(run, "default", new Set(["s"]));
const text = baselineText(kept);

async function problemsOf(written: string): Promise<readonly string[]> {
  try {
    await parseBaseline(written, "b.json");
    return [];
  } catch (error) {
    const all = error instanceof AppErrors ? error.errors : [error];
    return all.map((each) => {
      if (!(each instanceof AppError)) throw each;
      expect(each.code).toBe("COMPARE_BASELINE_INVALID");
      return `${each.place === undefined ? "-" : formatPlace(each.place)} ${each.message}`;
    });
  }
}

test("a case stands in one line, in the order of names, and what is undecided in none", () => {
  expect(text.split("\n").filter((line) => line.includes('"case"'))).toEqual([
    '    { "suite": "s", "case": "__proto__", "outcome": "pass", "trials": { "passed": 1, "of": 1 }, "terms": { "trials": 1, "require": 1 }, "latencyMs": 100, "firstTokenMs": 10, "tokens": 5, "costUsd": 0.5, "toolCalls": 0, "question": "question __proto__", "hash": "hash 2" },',
    '    { "suite": "s", "case": "a", "outcome": "fail", "trials": { "passed": 0, "of": 1 }, "terms": { "trials": 1, "require": 1 }, "latencyMs": 100, "firstTokenMs": 10, "tokens": 5, "costUsd": 0.5, "toolCalls": 0, "question": "question a", "hash": "hash 1" },',
    '    { "suite": "s", "case": "b", "outcome": "pass", "trials": { "passed": 2, "of": 2 }, "terms": { "trials": 2, "require": 2 }, "critical": true, "tags": [ "x" ], "scores": { "tone": 3.5 }, "latencyMs": 100, "firstTokenMs": 10, "tokens": 5, "costUsd": 0.5, "toolCalls": 0, "question": "question b", "hash": "hash 0", "served": { "agent": [ "m-1" ], "judge": [ "j-1" ] } }',
  ]);
});

test("what is read and written again has the same bytes, in whatever order keys stood", async () => {
  expect(baselineText(await parseBaseline(text, "b.json"))).toBe(text);
  const turned = JSON.stringify(kept, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  );
  expect(baselineText(await parseBaseline(turned, "b.json"))).toBe(text);
  const empty = baselineText({ ...kept, cases: [] });
  expect(baselineText(await parseBaseline(empty, "b.json"))).toBe(empty);
});

test("a run is as good as its own baseline", async () => {
  const system = await readBaseline(text, "b.json");
  const again = systemOfRun(run, "default");
  expect(system.cases.find((each) => each.case === "b")).toEqual(
    again.cases.find((each) => each.case === "b"),
  );
  const { comparable, flips } = compareSystems(system, again);
  expect(comparable.paired).toBe(3);
  expect(flips).toEqual({ fixed: [], broken: [] });
});

describe("a broken file", () => {
  const change = (from: string, to: string): string => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
  const lines = text.split("\n");
  const at = (part: string): number => lines.findIndex((line) => line.includes(part)) + 1;

  test.each<[string, string, readonly string[]]>([
    [
      "another version",
      change('"schemaVersion": 1', '"schemaVersion": 2'),
      ["b.json the baseline is of version 2, and this program knows version 1"],
    ],
    ["no JSON", "{", ["b.json the file is not JSON"]],
    ["nothing", "", ["b.json the file is not JSON"]],
    ["no object", "[]", ["b.json:1:1 the document has to be a mapping"]],
    [
      "an outcome that does not exist",
      change('"case": "a", "outcome": "fail"', '"case": "a", "outcome": "passed"'),
      [`b.json:${at('"a"')}:45 "outcome"`],
    ],
    [
      "a key that does not exist",
      change('"critical": true', '"citical": true'),
      [`b.json:${at('"b"')}:`],
    ],
    [
      "more passes than trials",
      change('"trials": { "passed": 0, "of": 1 }', '"trials": { "passed": 2, "of": 1 }'),
      [`b.json:${at('"a"')}:75 2 of 1 trials cannot have passed`],
    ],
    [
      "a pass that no trial is behind",
      change('"case": "a", "outcome": "fail"', '"case": "a", "outcome": "pass"'),
      [`b.json:${at('"a"')}:45 0 of 1 trials passed, which makes another outcome`],
    ],
    [
      "a failure of what passed",
      change(
        '"outcome": "pass", "trials": { "passed": 2',
        '"outcome": "fail", "trials": { "passed": 2',
      ),
      [`b.json:${at('"b"')}:`],
    ],
    ["a case that is there twice", change('"case": "a"', '"case": "b"'), [`b.json:${at('"b"')}:`]],
    [
      "a suite that is not listed",
      change('"suite": "s", "case": "a"', '"suite": "t", "case": "a"'),
      [`b.json:${at('"a"')}:`],
    ],
    [
      "a number beyond all",
      change('"tokens": 5', '"tokens": 1e999'),
      [`b.json:${at("__proto__")}:`],
    ],
    [
      "a negative time",
      change('"latencyMs": 100', '"latencyMs": -1'),
      [`b.json:${at("__proto__")}:`],
    ],
  ])("%s is told where it stands", async (_, written, expected) => {
    const problems = await problemsOf(written);
    expect(problems.map((each, index) => each.slice(0, (expected[index] ?? "").length))).toEqual(
      expected,
    );
  });
});

describe("hostile files", () => {
  const keys = fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "suite",
    "cases",
    "judges",
    "scores",
    "",
    "\u{1b}[31m",
  );
  const hostile = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(1e308, -0, 2 ** 53, "", "\u{202e}x", null, true),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(keys, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;

  test("are refused in words, and change no prototype", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (value) => {
        expect(await problemsOf(JSON.stringify(value))).not.toEqual([]);
      }),
      { numRuns: 100 },
    );
    expect(Object.hasOwn(Object.prototype, "suite")).toBe(false);
  });

  test("a good one with something hostile in it is refused or read, and then written and read the same", async () => {
    const places = fc.constantFrom("run", "target", "labels", "suites", "judges", "cases", "more");
    await fc.assert(
      fc.asyncProperty(places, hostile, async (key, value) => {
        const written = JSON.stringify({ ...kept, [key]: value });
        if ((await problemsOf(written)).length > 0) return;
        const once = baselineText(await parseBaseline(written, "b.json"));
        expect(baselineText(await parseBaseline(once, "b.json"))).toBe(once);
      }),
      { numRuns: 150 },
    );
  });

  test("grades under any name are kept", async () => {
    const scores = JSON.parse('{ "__proto__": 3, "constructor": 2 }');
    const [first, ...others] = kept.cases;
    expect(first).toBeDefined();
    const written = baselineText({
      ...kept,
      cases: first === undefined ? [] : [{ ...first, scores }, ...others],
    });
    const { cases } = await readBaseline(written, "b.json");
    expect([...(cases[0]?.scores ?? [])]).toEqual([
      ["__proto__", 3],
      ["constructor", 2],
    ]);
  });

  test("what is too deep to be read is no defect", async () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    expect(await problemsOf(deep)).not.toEqual([]);
  });
});
