import { describe, expect, test } from "vitest";
import type { PlannedGate, PlannedGates } from "../../record/index.ts";
import { baselineOfRun } from "../baseline/baseline-of-run.ts";
import { casesOf, type GatedCase, gatedRun, trialOf } from "../testing/gated-run.ts";
import { parseGate } from "./parse-gate.ts";
import { judgeRun, runExitCode } from "./run-gates.ts";

const gates = (...texts: readonly string[]): PlannedGates => ({ rules: texts.map(parseGate) });
const against = (target: string, ...texts: readonly string[]): PlannedGates => ({
  against: target,
  ...gates(...texts),
});
const graded = (grade: number): GatedCase["is"][0] =>
  trialOf("pass", {
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

/** Gate, whether it is open, exit code with and without `--strict`. */
function judged(cases: readonly GatedCase[], of: PlannedGates): readonly unknown[] {
  const run = gatedRun([{ gates: of, cases }]);
  const strict = { ...run, started: { ...run.started, strict: true as const } };
  const { gate, isOpen } = judgeRun(run);
  return [gate, isOpen, runExitCode(run), runExitCode(strict)];
}

describe("a gate on the target alone", () => {
  test.each<[string, readonly GatedCase[], readonly unknown[]]>([
    ["far above", casesOf("pass", 40), ["pass", false, 0, 0]],
    [
      "above, although cases fail",
      [...casesOf("pass", 40), ...casesOf("fail", 3, { from: 40 })],
      ["pass", false, 0, 0],
    ],
    ["far below", casesOf("agent_error", 40), ["fail", false, 1, 1]],
    [
      "near the bound",
      [...casesOf("pass", 8), ...casesOf("fail", 2, { from: 8 })],
      ["undecided", false, 0, 3],
    ],
    // Whatever the one comes to, 40 others say enough.
    [
      "open, and not needed",
      [...casesOf("pass", 40), ...casesOf("infra_error", 1, { from: 40 })],
      ["pass", false, 0, 0],
    ],
    [
      "lost whatever else comes",
      [...casesOf("fail", 40), ...casesOf("judge_error", 2, { from: 40 })],
      ["fail", false, 1, 1],
    ],
    [
      "open, and needed",
      [...casesOf("pass", 20), ...casesOf("infra_error", 20, { from: 20 })],
      ["undecided", true, 3, 3],
    ],
    ["nothing known at all", casesOf("infra_error", 3), ["undecided", true, 3, 3]],
    [
      "a critical case that failed",
      [...casesOf("pass", 40), { case: "x", critical: true, is: ["fail"] }],
      ["fail", false, 1, 1],
    ],
    [
      "a critical case that is open",
      [...casesOf("pass", 40), { case: "x", critical: true, is: ["judge_error"] }],
      ["undecided", true, 3, 3],
    ],
    [
      "failures in quarantine",
      [...casesOf("pass", 40), ...casesOf("fail", 30, { from: 40, quarantine: { reason: "r" } })],
      ["pass", false, 0, 0],
    ],
    [
      "a suite that is wrong",
      [...casesOf("pass", 40), ...casesOf("suite_error", 1, { from: 40 })],
      ["pass", false, 2, 2],
    ],
  ])("%s", (_, cases, expected) => {
    expect(judged(cases, gates("pass_rate.at_least=0.8"))).toEqual(expected);
  });

  test("grades, with the worst and the best that those who are missing may get", () => {
    const cases = (open: number): readonly GatedCase[] => [
      ...Array.from({ length: 20 }, (_, index) => ({
        case: `c${index}`,
        is: [graded(3 + (index % 2))],
      })),
      ...casesOf("infra_error", open, { from: 20 }),
    ];
    const of = gates("score.tone.at_least=3");
    expect(judged(cases(0), of)).toEqual(["pass", false, 0, 0]);
    expect(judged(cases(1), of)).toEqual(["pass", false, 0, 0]);
    expect(judged(cases(8), of)).toEqual(["undecided", true, 3, 3]);
    // Nobody knows the scale of what nobody has graded.
    expect(judged(casesOf("infra_error", 9), of)).toEqual(["undecided", true, 3, 3]);
  });
});

describe("a gate against another target", () => {
  const two = (old: readonly GatedCase[], now: readonly GatedCase[]): readonly GatedCase[] => [
    ...old,
    ...now,
  ];
  const old = casesOf("pass", 60, { target: "old" });
  const now = { target: "new" };
  const of = against("old", "pass_rate.not_worse_than=0.1");

  test.each<[string, readonly GatedCase[], readonly unknown[]]>([
    ["as good", two(old, casesOf("pass", 60, now)), ["pass", false, 0, 0]],
    ["worse", two(old, casesOf("fail", 60, now)), ["fail", false, 1, 1]],
    [
      "hardly worse",
      two(old, [...casesOf("pass", 57, now), ...casesOf("fail", 3, { ...now, from: 57 })]),
      ["undecided", false, 0, 3],
    ],
    [
      "the other one is worse",
      two(casesOf("fail", 60, { target: "old" }), casesOf("pass", 60, now)),
      ["pass", false, 0, 0],
    ],
    [
      "open on this side",
      two(old, [...casesOf("pass", 40, now), ...casesOf("judge_error", 20, { ...now, from: 40 })]),
      ["undecided", true, 3, 3],
    ],
    [
      "open on the other side",
      two(
        [
          ...casesOf("fail", 50, { target: "old" }),
          ...casesOf("infra_error", 10, { target: "old", from: 50 }),
        ],
        [...casesOf("pass", 50, now), ...casesOf("fail", 10, { ...now, from: 50 })],
      ),
      ["pass", false, 0, 0],
    ],
    [
      "no case in common",
      two(old, casesOf("pass", 60, { ...now, from: 100 })),
      ["undecided", false, 0, 3],
    ],
    ["the other one was not run", casesOf("pass", 60, now), ["undecided", false, 0, 3]],
    ["only the other one was run", old, ["undecided", false, 0, 3]],
  ])("%s", (_, cases, expected) => {
    expect(judged(cases, of)).toEqual(expected);
  });

  test("what it is held against decides nothing itself, its critical cases neither", () => {
    const critical = { critical: true, is: ["fail"] } as const;
    const rate = against("old", "pass_rate.at_least=0.8");
    const cases = [...casesOf("fail", 40, { target: "old" }), ...casesOf("pass", 40, now)];
    expect(judged([...cases, { ...critical, case: "x", target: "old" }], rate)[0]).toBe("pass");
    expect(judged([...cases, { ...critical, case: "x", target: "new" }], rate)[0]).toBe("fail");
    const { results } = judgeRun(gatedRun([{ gates: rate, cases }]));
    expect(results.map(({ target }) => target)).toEqual(["new"]);
  });

  test.each<[number, readonly unknown[]]>([
    [1.1, ["pass", false, 0, 0]],
    [3, ["fail", false, 1, 1]],
  ])("times, %f as long", (factor, expected) => {
    const timed = (target: string, times: number): readonly GatedCase[] =>
      casesOf("pass", 30, { target }).map((each, index) => ({
        ...each,
        is: [trialOf("pass", { activeMs: (100 + index) * times * (index % 2 === 0 ? 1.01 : 1) })],
      }));
    const cases = [...timed("old", 1), ...timed("new", factor)];
    const latency = against("old", "latency.ratio_at_most=1.5");
    expect(judged(cases, latency)).toEqual(expected);
    // Of a case without a time nobody knows how long it takes at most.
    const open = [...cases, ...casesOf("infra_error", 1, { target: "new", from: 90 })];
    expect(judged(open, latency)).toEqual(["undecided", true, 3, 3]);
  });
});

describe("a gate against a baseline", () => {
  const of = gates("pass_rate.not_worse_than=0.1");
  const before = (cases: readonly GatedCase[], target = "default") => {
    const { kept } = baselineOfRun(gatedRun([{ cases }]), target, new Set(["s"]));
    return { file: "s.baseline.json", kept };
  };
  const outcome = (cases: readonly GatedCase[], baseline?: ReturnType<typeof before>) => {
    const run = gatedRun([{ gates: of, cases, ...(baseline !== undefined && { baseline }) }]);
    const { results } = judgeRun(run);
    return results.map((each) => [each.target, each.outcome, each.against, each.message]);
  };

  test("the same is not worse", () => {
    const message = "not worse: difference 0, 95 % interval -0.0602 to 0.0602";
    expect(outcome(casesOf("pass", 60), before(casesOf("pass", 60)))).toEqual([
      ["default", "pass", "s.baseline.json", message],
    ]);
  });

  test("what fails now is", () => {
    expect(outcome(casesOf("fail", 60), before(casesOf("pass", 60)))[0]?.[1]).toBe("fail");
  });

  test("without one it is not judged, and says so", () => {
    expect(outcome(casesOf("pass", 60))).toEqual([
      ["default", "undecided", undefined, "not judged: no baseline"],
    ]);
  });

  test("cases that it does not have are told", () => {
    const [result] = outcome(casesOf("pass", 61), before(casesOf("pass", 60)));
    expect(result?.[3]).toContain("; 60 of 61 cases are compared");
  });

  test("it cannot pass where the model of some cases was served as another version", () => {
    const served = (version: string): readonly GatedCase[] => [
      ...casesOf("pass", 55),
      ...casesOf("pass", 5, { from: 55 }).map((each) => ({
        ...each,
        is: [trialOf("pass", { servedModels: { agent: [version], judge: [] } })],
      })),
    ];
    expect(outcome(served("m-1"), before(served("m-1")))[0]?.[1]).toBe("pass");
    const [result] = outcome(served("m-2"), before(served("m-1")));
    expect(result?.[1]).toBe("undecided");
    expect(result?.[3]).toContain("; 5 more cannot be compared; 55 of 60 cases are compared");
  });

  test("another question is not held against it", () => {
    const changed = casesOf("pass", 60).map((each) => ({
      ...each,
      question: "other",
      hash: "other",
    }));
    const [result] = outcome(changed, before(casesOf("pass", 60)));
    expect(result?.slice(1, 3)).toEqual(["undecided", "s.baseline.json"]);
    expect(result?.[3]).toContain("not judged: no case can be compared: it does not ask the same");
  });

  test("of several targets only that which it is of; a single one may have another name now", () => {
    const baseline = before(casesOf("pass", 60, { target: "new" }), "new");
    const two = [
      ...casesOf("pass", 60, { target: "new" }),
      ...casesOf("pass", 60, { target: "old" }),
    ];
    expect(outcome(two, baseline).map((each) => each.slice(0, 2))).toEqual([
      ["new", "pass"],
      ["old", "undecided"],
    ]);
    expect(outcome(casesOf("pass", 60), baseline)[0]?.[1]).toBe("pass");
  });
});

test("of several suites each is judged by its own gates, or by its cases", () => {
  const rate = gates("pass_rate.at_least=0.5");
  const mostly = [...casesOf("pass", 30), ...casesOf("fail", 3, { from: 30 })];
  const run = (b: readonly GatedCase[]) =>
    judgeRun(
      gatedRun([
        { suite: "a", gates: rate, cases: mostly },
        { suite: "b", cases: b },
      ]),
    );
  expect(run(casesOf("pass", 2)).gate).toBe("pass");
  expect(run(casesOf("fail", 1)).gate).toBe("fail");
  expect(run(casesOf("infra_error", 1))).toMatchObject({ gate: "undecided", isOpen: true });
  expect(
    run(casesOf("pass", 2)).results.map(({ suite, measured }) => [suite, measured?.value]),
  ).toEqual([["a", 30 / 33]]);
});

test("suites that ask for the same under one name are judged as one", () => {
  const few = casesOf("pass", 4);
  const asks = gates("pass_rate.at_least=0.8");
  const run = (a: PlannedGates, b: PlannedGates) =>
    judgeRun(
      gatedRun([
        ...["a", "b", "c", "d", "e"].map((suite) => ({ suite, gates: a, cases: few })),
        { suite: "f", gates: b, cases: few },
      ]),
    );
  const shipped = { ...asks, together: "ship" };
  // Of four cases nobody can tell, of twenty-four everybody.
  expect(run(asks, asks)).toMatchObject({ gate: "undecided" });
  expect(run(shipped, shipped)).toMatchObject({ gate: "pass", results: [{ suite: "ship" }] });
  expect(run(shipped, shipped).results).toHaveLength(1);
  const named = (b: PlannedGates): readonly string[] =>
    run(shipped, b).results.map(({ suite }) => suite);
  expect(named({ ...gates("pass_rate.at_least=0.7"), together: "ship" })).toEqual(["ship", "ship"]);
  expect(named({ ...asks, together: "boat" })).toEqual(["ship", "boat"]);
  expect(named(asks)).toEqual(["ship", "f"]);
});

test("a preference is for comparisons to judge", () => {
  const cases = casesOf("pass", 40);
  const run = gatedRun([{ gates: gates("preference.at_least=0.5"), cases }]);
  expect(judgeRun(run).gate).toBe("undecided");
  expect(judgeRun(run).results[0]?.message).toContain("flowproof compare --pairwise");
});

test("a run without gates passes when every case does", () => {
  expect(judgeRun(gatedRun([{ cases: casesOf("pass", 2) }]))).toEqual({
    gate: "pass",
    isOpen: false,
    results: [],
  });
  expect(judgeRun(gatedRun([{ cases: casesOf("fail", 1) }])).gate).toBe("fail");
});

test("what is missing because a run was stopped is open", () => {
  const stopped = [
    ...casesOf("pass", 20),
    ...casesOf("pass", 20, { from: 20 }).map((each) => ({ ...each, is: [], planned: 1 })),
  ];
  expect(judged(stopped, gates("pass_rate.at_least=0.8"))).toEqual(["undecided", true, 3, 3]);
});

test("a gate is never weaker than another on the same numbers", () => {
  const cases = [...casesOf("pass", 45), ...casesOf("fail", 5, { from: 45 })];
  const outcomes = [0.5, 0.85, 0.9, 0.99].map((bound) => {
    const gate: PlannedGate = { metric: "pass_rate", rule: "at_least", bound };
    return judgeRun(gatedRun([{ gates: { rules: [gate] }, cases }])).gate;
  });
  expect(outcomes).toEqual(["pass", "undecided", "undecided", "fail"]);
});
