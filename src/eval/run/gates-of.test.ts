import { describe, expect, test } from "vitest";
import { helperProject, planEval, runEval } from "../../../fixtures/eval/run-eval.ts";
import { parseGate, runExitCode } from "../../compare/index.ts";
import type { BaselineFile, PlannedGates } from "../../record/index.ts";
import { failsGate, gatesOf, gatesPart, needsBaseline } from "./gates-of.ts";

const gates = (...texts: readonly string[]): PlannedGates => ({ rules: texts.map(parseGate) });
const shown = (of: PlannedGates | undefined): readonly string[] | undefined =>
  of?.rules.map(({ metric, rule, bound }) => `${metric}.${rule}=${bound}`);

test("a command line adds gates, and overrides the same ones", () => {
  const own = { against: "old", ...gates("pass_rate.at_least=0.8", "cost.ratio_at_most=2") };
  const added = ["cost.ratio_at_most=3", "latency.ratio_at_most=2"].map(parseGate);
  const merged = gatesOf({ gates: own }, added);
  expect(shown(merged)).toEqual([
    "pass_rate.at_least=0.8",
    "cost.ratio_at_most=3",
    "latency.ratio_at_most=2",
  ]);
  expect(merged?.against).toBe("old");
  expect(shown(gatesOf({ gates: undefined }, added))).toEqual([
    "cost.ratio_at_most=3",
    "latency.ratio_at_most=2",
  ]);
  expect(gatesOf({ gates: undefined })).toBeUndefined();
});

test.each([
  [undefined, false],
  [gates("pass_rate.at_least=0.8"), false],
  [gates("pass_rate.at_least=0.8", "pass_rate.not_worse_than=0.1"), true],
  [{ against: "old", ...gates("latency.ratio_at_most=2") }, false],
] as const)("%j needs a baseline: %j", (of, expected) => {
  expect(needsBaseline(of)).toBe(expected);
});

test.each([
  ["without gates every case", false, undefined, true],
  ["with gates no case", false, gates("pass_rate.at_least=0.8"), false],
  ["but critical ones", true, gates("pass_rate.at_least=0.8"), true],
  [
    "of what others are held against none",
    true,
    { against: "t", ...gates("cost.ratio_at_most=2") },
    false,
  ],
] as const)("what fails the gate when it is lost: %s", (_, critical, of, expected) => {
  const target = { name: "t" };
  expect(failsGate({ critical, isQuarantined: false }, target, of)).toBe(expected);
  expect(failsGate({ critical, isQuarantined: true }, target, of)).toBe(false);
});

describe("in a run", () => {
  const script = `script: a
replies:
  - { when: { user: good }, turns: [{ text: "yes" }] }
  - { when: { user: bad }, turns: [{ text: "no" }] }
`;
  const suite = (of: string, cases: string): string =>
    `suite: one\ntarget: { flow: helper }\nscript: a.script.yml\n${of}cases:\n${cases}`;
  const bad = '  - { id: bad, ask: bad, expect: [answer: { word: "yes" }] }\n';
  const good = [1, 2, 3, 4]
    .map((id) => `  - { id: g${id}, ask: good, expect: [answer: { word: "yes" }] }\n`)
    .join("");
  const rate = "gates: { pass_rate: { at_least: 0.1 } }\n";

  test.each([
    ["without gates", suite("", bad + good), true, 1],
    ["with gates", suite(rate, bad + good), undefined, 0],
    [
      "with gates, and the case is critical",
      suite(rate, bad.replace("ask:", "critical: true, ask:") + good),
      true,
      1,
    ],
  ] as const)(
    "a lost case ends it at once where that is asked for: %s",
    async (_, text, gateFailed, exit) => {
      const { record } = await runEval(helperProject(text, script), {
        curtail: "gate",
        concurrency: 1,
      });
      expect(record.gateFailed).toBe(gateFailed);
      expect(runExitCode(record)).toBe(exit);
      expect(record.cases.filter(({ outcome }) => outcome !== undefined)).toHaveLength(
        gateFailed ? 1 : 5,
      );
    },
  );

  test("the journal holds what is demanded, and of a baseline what is run", async () => {
    const plan = await planEval(
      helperProject(suite("gates: { pass_rate: { not_worse_than: 0.1 } }\n", good), script),
    );
    const keptCase = (name: string, judge: string): BaselineFile["cases"][0] => ({
      suite: "one",
      case: name,
      outcome: "pass",
      trials: { passed: 1, of: 1 },
      hash: "h",
      judges: [judge],
    });
    const kept: BaselineFile = {
      schemaVersion: 1,
      run: "r",
      at: "a",
      target: "default",
      labels: [],
      suites: ["one", "two"].map((name) => ({
        suite: name,
        flow: "f",
        version: "",
        agentModel: "",
        judgeModel: "",
      })),
      judges: ["j", "k"].map((judge) => ({ judge, models: [] })),
      cases: [keptCase("g1", "j"), keptCase("gone", "k"), { ...keptCase("g1", "k"), suite: "two" }],
    };
    const [work] = plan.cases;
    const of =
      work === undefined
        ? {}
        : gatesPart(work.suite, plan.cases, {
            added: undefined,
            baselines: new Map([["one", { file: "b.json", kept }]]),
          });
    expect(of.baseline?.kept).toEqual({
      ...kept,
      suites: kept.suites.slice(0, 1),
      judges: kept.judges.slice(0, 1),
      cases: kept.cases.slice(0, 1),
    });
    expect(plan.suites[0]?.gates).toEqual(gates("pass_rate.not_worse_than=0.1"));
  });
});
