import { describe, expect, test } from "vitest";
import {
  type EvalOptions,
  type EvalRun,
  helperProject,
  runEval,
} from "../../../fixtures/eval/run-eval.ts";
import { summaryOf } from "../../report/index.ts";

const script = `script: a
replies:
  - when: { user: { $contains: every other } }
    turns: [{ text: "no" }]
    variants: [[{ text: "yes" }]]
  - when: { user: { $contains: never } }
    turns: [{ text: "no" }]
  - when: { user: { $contains: always } }
    turns: [{ text: "yes" }]
  - when: { user: { $contains: broken } }
    turns: [{ fault: { status: 529 } }]
`;
const suite = `suite: one
target: { flow: helper }
script: a.script.yml
cases:
  - { id: never, ask: never, expect: [answer: { word: "yes" }], trials: 6, require: 5 }
  - { id: always, ask: always, expect: [answer: { word: "yes" }], trials: 6, require: 2 }
  - { id: half, ask: every other, expect: [answer: { word: "yes" }], trials: 6, require: 3 }
  - { id: broken, ask: broken, expect: [answer: { word: "yes" }], trials: 3, require: 2 }
  - { id: once, ask: always, expect: [answer: { word: "yes" }] }
`;

async function run(options: EvalOptions): Promise<EvalRun> {
  return runEval(helperProject(suite, script), options);
}

/** Case, outcome, trials that count, trials that were spared. */
const rows = ({ record }: EvalRun): readonly string[] =>
  record.cases.map(({ case: id, outcome, trials, curtailed = 0 }) => {
    return `${id} ${outcome} ${trials.length}-${curtailed}`;
  });

const curtailedRows = [
  "never fail 2-4",
  "always pass 2-4",
  "half pass 6-0",
  "broken infra_error 3-0",
  "once pass 1-0",
];

test("without curtailment every trial is run", async () => {
  const result = await run({});
  expect(rows(result)).toEqual([
    "never fail 6-0",
    "always pass 6-0",
    "half pass 6-0",
    "broken infra_error 3-0",
    "once pass 1-0",
  ]);
});

describe("a settled case needs no more trials", () => {
  test.each([1, 2, 3, 8, 40])("%i at a time: the same results", async (concurrency) => {
    const result = await run({ curtail: "case", concurrency });
    expect(rows(result)).toEqual(curtailedRows);
    expect(result.end).toBe("done");
    const finished = result.events.filter(({ type }) => type === "trial_finished").length;
    const surplus = result.record.cases.flatMap((each) => each.surplus ?? []).length;
    // What was run and does not count was under way when its case was settled.
    expect(finished).toBe(14 + surplus);
    if (concurrency === 1) expect(surplus).toBe(0);
  });

  test("the summary does not depend on what ran at the same time, and says what was spared", async () => {
    const [alone, together] = await Promise.all([
      run({ curtail: "case", concurrency: 1 }),
      run({ curtail: "case", concurrency: 40 }),
    ]);
    const { surplus: _, ...summary } = summaryOf(together.record);
    const timeless = (value: object): unknown =>
      JSON.parse(JSON.stringify(value, (key, item: unknown) => (key.endsWith("Ms") ? 0 : item)));
    expect(timeless(summary)).toEqual(timeless(summaryOf(alone.record)));
    expect(summary.curtailed).toEqual({ trials: 8, savedUsd: 0 });
    expect(summary.cases[0]).toMatchObject({ case: "never", curtailed: 4 });
  });
});

describe("a gate that has failed for certain needs nothing more", () => {
  test("cases are left out, and the gate is the same", async () => {
    const result = await run({ curtail: "gate", concurrency: 1 });
    expect(rows(result).slice(0, 2)).toEqual(["never fail 2-4", "always undefined 0-0"]);
    expect(result.record).toMatchObject({ end: "done", gateFailed: true });
    expect(summaryOf(result.record)).toMatchObject({
      gate: "fail",
      exitCode: 1,
      cases: [{}, { outcome: null, notRun: "the gate had failed for certain" }, {}, {}, {}],
    });
  });

  test("where all cases pass nothing but trials of settled cases is left out", async () => {
    const passing = suite.replace(/ {2}- \{ id: never.*\n/, "");
    const result = await runEval(helperProject(passing, script), { curtail: "gate" });
    expect(rows(result)).toEqual(curtailedRows.slice(1));
    expect(result.record).not.toHaveProperty("gateFailed");
  });
});
