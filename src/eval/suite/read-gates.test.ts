import { expect, test } from "vitest";
import { memoryCwd as cwd, memoryFiles } from "../../../fixtures/eval/memory-files.ts";
import { helperProject } from "../../../fixtures/eval/run-eval.ts";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { formatPlace } from "../../core/position.ts";
import { loadSuites } from "./load-suites.ts";
import type { Suite } from "./suite.ts";

const one = "target: { flow: helper }";
const two = "targets: { old: { flow: helper }, new: { flow: helper } }";

async function load(gates: string, target = one): Promise<readonly Suite[]> {
  const cases = "cases:\n  - { id: a, ask: hi, expect: [rubric: correctness] }\n";
  const texts = helperProject(
    `suite: s\n${target}\nscript: a.script.yml\n${gates}\n${cases}`,
    "script: a\nreplies: []\n",
  );
  return loadSuites(["a.suite.yml"], { files: memoryFiles(texts), cwd, flowFolders: ["flows"] });
}

async function errorsOf(gates: string, target?: string): Promise<readonly string[]> {
  try {
    await load(gates, target);
    return [];
  } catch (error) {
    const all = error instanceof AppErrors ? error.errors : [error];
    return all.map((each) => {
      if (!(each instanceof AppError) || each.place === undefined) throw each;
      return `${formatPlace(each.place)} ${each.code} ${each.message} (${each.hint ?? ""})`;
    });
  }
}

test("gates in the order in which they are written", async () => {
  const [suite] = await load(
    "gates:\n  against: old\n  latency: { ratio_at_most: 1.2 }\n  pass_rate: { at_least: 0.8, not_worse_than: 0.05 }\n  score.correctness: { at_least: 3 }\n  preference: { at_least: 0.5 }",
    two,
  );
  expect(suite?.gates).toEqual({
    against: "old",
    rules: [
      { metric: "latency", rule: "ratio_at_most", bound: 1.2 },
      { metric: "pass_rate", rule: "at_least", bound: 0.8 },
      { metric: "pass_rate", rule: "not_worse_than", bound: 0.05 },
      { metric: "score.correctness", rule: "at_least", bound: 3 },
      { metric: "preference", rule: "at_least", bound: 0.5 },
    ],
  });
});

test("a suite without gates has none, and relative ones may wait for a baseline", async () => {
  expect((await load(""))[0]?.gates).toBeUndefined();
  expect((await load("gates: { pass_rate: { not_worse_than: 0.05 } }"))[0]?.gates).toEqual({
    rules: [{ metric: "pass_rate", rule: "not_worse_than", bound: 0.05 }],
  });
});

test.each<[string, string, string | undefined]>([
  [
    "gates: { pass_rat: { at_least: 1 } }",
    'a.suite.yml:4:10 EVAL_SUITE_INVALID unknown key "pass_rat" (did you mean "pass_rate"?)',
    one,
  ],
  [
    "gates: { latency: { at_least: 1 } }",
    'a.suite.yml:4:21 EVAL_SUITE_INVALID unknown key "at_least" (one of: ratio_at_most)',
    one,
  ],
  [
    "gates: { pass_rate: { at_last: 1 } }",
    'a.suite.yml:4:23 EVAL_SUITE_INVALID unknown key "at_last" (did you mean "at_least"?)',
    one,
  ],
  [
    "gates: { pass_rate: { at_least: 80 } }",
    'a.suite.yml:4:33 EVAL_SUITE_INVALID "at_least" has to be at most 1, not 80 ()',
    one,
  ],
  [
    "gates: { pass_rate: { not_worse_than: 0 } }",
    'a.suite.yml:4:39 EVAL_SUITE_INVALID "not_worse_than" has to be more than 0, not 0 ()',
    one,
  ],
  [
    "gates: { cost: { ratio_at_most: 0.9 } }",
    'a.suite.yml:4:33 EVAL_SUITE_INVALID "ratio_at_most" has to be more than 1, not 0.9 ()',
    one,
  ],
  [
    "gates: { cost: {} }",
    'a.suite.yml:4:16 EVAL_SUITE_INVALID "cost" needs at least one key (one of: ratio_at_most)',
    one,
  ],
  [
    "gates: { score.: { at_least: 1 } }",
    'a.suite.yml:4:10 EVAL_SUITE_INVALID unknown key "score."',
    one,
  ],
  [
    "gates: { score.corectness: { at_least: 3 } }",
    'a.suite.yml:4:10 EVAL_GATES_INVALID no case is graded by a rubric "corectness" (did you mean "correctness"?)',
    one,
  ],
  [
    "gates: { against: odl, latency: { ratio_at_most: 2 } }",
    'a.suite.yml:4:19 EVAL_GATES_INVALID there is no target "odl" (did you mean "old"?)',
    two,
  ],
  [
    "gates: { against: default, latency: { ratio_at_most: 2 } }",
    'a.suite.yml:4:19 EVAL_GATES_INVALID "default" is the only target: nothing is left to hold against it',
    one,
  ],
  [
    "gates: { against: old }",
    "a.suite.yml:4:8 EVAL_NOTHING_TO_CHECK `gates` asks for nothing (write a metric",
    two,
  ],
])("%s is refused where it stands", async (gates, problem, target) => {
  const problems = await errorsOf(gates, target);
  expect(problems.map((each) => each.slice(0, problem.length))).toEqual([problem]);
});
