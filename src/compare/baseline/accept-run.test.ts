import { describe, expect, test } from "vitest";
import type { BaselineFile, Outcome, RunLabel } from "../../record/index.ts";
import { casesOf, type GatedCase, gatedRun, trialOf } from "../testing/gated-run.ts";
import { acceptRun, nameOf } from "./accept-run.ts";
import { isDifference } from "./baseline-change.ts";
import { baselineOfRun } from "./baseline-of-run.ts";
import { baselineText } from "./baseline-text.ts";
import { checkAcceptance } from "./check-acceptance.ts";
import { mayRemovePass } from "./may-remove-pass.ts";

interface Taken {
  readonly run?: string;
  readonly labels?: readonly RunLabel[];
  readonly prune?: boolean;
}

/** Takes a run of these cases into a baseline. */
function take(
  before: BaselineFile | undefined,
  cases: readonly GatedCase[],
  { run = "later", labels = [], prune = false }: Taken = {},
): {
  readonly baseline: BaselineFile;
  readonly changes: readonly string[];
  readonly differs: boolean;
} {
  const record = gatedRun([{ cases }], { run, labels, at: `of ${run}` });
  const now = baselineOfRun(record, "default", new Set(["s"]));
  const planned = new Set(record.started.plan.map(nameOf));
  const { baseline, changes } = acceptRun(before, now, { planned, prune });
  return {
    baseline,
    changes: changes.map((each) => `${each.case} ${each.change}: ${each.message}`),
    differs: changes.some(isDifference),
  };
}

const one = (...is: readonly Outcome[]): readonly GatedCase[] => [{ case: "a", is }];
const first = (...is: readonly Outcome[]): BaselineFile =>
  take(undefined, one(...is), { run: "first" }).baseline;
const outcomes = ({ cases }: BaselineFile): readonly string[] =>
  cases.map(
    (each) =>
      `${each.case} ${each.outcome} ${each.trials.passed}/${each.trials.of} ${each.run ?? "-"}`,
  );
const times = (count: number, outcome: Outcome): readonly Outcome[] =>
  Array.from({ length: count }, () => outcome);

test.each<[string, readonly Outcome[], readonly Outcome[], string, string]>([
  ["fails as before", ["fail"], ["fail"], "a fail 0/1 -", "same: 0 of 1 trial passed"],
  ["passes as before", ["pass"], ["pass"], "a pass 1/1 -", "same: 1 of 1 trial passed"],
  ["passes now", ["fail"], ["pass"], "a pass 1/1 -", "now_pass: 1 of 1 trial passed"],
  [
    "one trial takes no pass away",
    ["pass"],
    ["fail"],
    "a pass 1/1 -",
    "kept_pass: 1 of 1 trial passed before, 0 of 1 trial passed now: one failed trial takes no pass away",
  ],
  [
    "nor does one of an agent that broke off",
    ["pass"],
    ["agent_error"],
    "a pass 1/1 -",
    "kept_pass: 1 of 1 trial passed before, 0 of 1 trial passed now: one failed trial takes no pass away",
  ],
  [
    "nor one of several",
    times(3, "pass"),
    ["pass", "fail", "pass"],
    "a pass 3/3 -",
    "kept_pass: 3 of 3 trials passed before, 2 of 3 trials passed now: one failed trial takes no pass away",
  ],
  [
    "two of two do",
    ["pass"],
    ["fail", "fail"],
    "a fail 0/2 -",
    "now_fail: 1 of 1 trial passed before, 0 of 2 trials passed now",
  ],
  [
    "two of five are no majority",
    times(5, "pass"),
    ["fail", "fail", "pass", "pass", "pass"],
    "a pass 5/5 -",
    "kept_pass: 5 of 5 trials passed before, 3 of 5 trials passed now: neither most of them failed, nor more than chance explains",
  ],
  [
    "eight of twenty are more than chance explains",
    times(20, "pass"),
    [...times(8, "fail"), ...times(12, "pass")],
    "a fail 12/20 -",
    "now_fail: 20 of 20 trials passed before, 12 of 20 trials passed now",
  ],
  [
    "what is undecided changes nothing",
    ["pass"],
    ["infra_error"],
    "a pass 1/1 -",
    "undecided: it stays as it was",
  ],
  [
    "nor in the other direction",
    ["fail"],
    ["judge_error"],
    "a fail 0/1 -",
    "undecided: it stays as it was",
  ],
  [
    "a failed trial beside an undecided one is one",
    ["pass"],
    ["fail", "infra_error"],
    "a pass 1/1 -",
    "kept_pass: 1 of 1 trial passed before, 0 of 1 trial passed now: one failed trial takes no pass away",
  ],
])("%s", (_, before, now, kept, change) => {
  const { baseline, changes } = take(first(...before), one(...now));
  // Where nothing is new, it is the file that was there.
  expect(outcomes(baseline)).toEqual([kept]);
  expect(changes).toEqual([`a ${change}`]);
});

test("whatever trials come one by one, none takes a pass away", () => {
  let baseline = first("pass");
  for (const run of ["b", "c", "d"]) baseline = take(baseline, one("fail"), { run }).baseline;
  expect(outcomes(baseline)).toEqual(["a pass 1/1 -"]);
  expect(baseline.run).toBe("first");
});

describe("cases that come and go", () => {
  const before = take(undefined, casesOf("pass", 3), { run: "first" }).baseline;

  test("new ones are added, what is gone stays until it is pruned", () => {
    const later = casesOf("pass", 3, { from: 1 });
    const kept = take(before, later);
    expect(outcomes(kept.baseline)).toEqual([
      "c0 pass 1/1 first",
      ...["c1", "c2", "c3"].map((name) => `${name} pass 1/1 -`),
    ]);
    expect(kept.changes[0]).toBe("c0 gone: it is not in the run; `--prune` removes it");
    expect(kept.differs).toBe(true);
    const pruned = take(before, later, { prune: true });
    expect(pruned.baseline.cases.map((each) => each.case)).toEqual(["c1", "c2", "c3"]);
    expect(pruned.changes[0]).toBe("c0 pruned: it is not in the run");
  });

  test("what a run could not decide is not gone, and not added", () => {
    const cases = [...casesOf("pass", 1), ...casesOf("infra_error", 3, { from: 1 })];
    const { baseline, changes } = take(before, cases, { prune: true });
    expect(baseline.cases.map((each) => each.case)).toEqual(["c0", "c1", "c2"]);
    expect(changes.at(-1)).toBe("c3 undecided: it is not added");
  });

  test("those in quarantine stay as they were", () => {
    const cases = casesOf("fail", 3, { quarantine: { reason: "r" } });
    const { baseline, changes } = take(before, [...cases, ...casesOf("pass", 1, { from: 9 })]);
    expect(outcomes(baseline).slice(0, 3)).toEqual(
      ["c0", "c1", "c2"].map((name) => `${name} pass 1/1 first`),
    );
    expect(changes[0]).toBe("c0 quarantined: it stays as it was");
  });

  test("those of other suites are left alone", () => {
    const other = gatedRun([{ suite: "t", cases: casesOf("pass", 1) }], { run: "t" });
    const now = baselineOfRun(other, "default", new Set(["t"]));
    const { baseline } = acceptRun(before, now, { planned: new Set(["t/c0"]), prune: true });
    expect(baseline.suites.map(({ suite }) => suite)).toEqual(["s", "t"]);
    expect(baseline.cases).toHaveLength(4);
  });

  test("a question that changed is told; where it fails, the pass of the old one stays", () => {
    const changed = { case: "c0", question: "other" };
    expect(take(before, [{ ...changed, is: ["pass"] }]).changes[0]).toBe(
      "c0 changed: another question is asked than in the baseline",
    );
    expect(take(before, [{ ...changed, is: ["fail"] }]).changes[0]).toContain("c0 kept_pass");
  });
});

test("a run that says nothing new leaves the bytes as they are", () => {
  const before = first("pass", "pass");
  const again = take(before, one("pass", "pass"), { run: "later" });
  expect(baselineText(again.baseline)).toBe(baselineText(before));
  expect(again.differs).toBe(false);
  const slower = [{ case: "a", is: [trialOf("pass", { activeMs: 900 }), trialOf("pass")] }];
  const changed = take(before, slower, { run: "later" });
  expect(changed.baseline.run).toBe("later");
  expect(changed.differs).toBe(false);
});

test("labels of everything that the cases are from stay", () => {
  const before = take(undefined, casesOf("pass", 2), {
    run: "first",
    labels: ["scripted"],
  }).baseline;
  expect(take(before, casesOf("pass", 1), { labels: ["cached"] }).baseline.labels).toEqual([
    "cached",
    "scripted",
  ]);
  expect(take(before, casesOf("pass", 2), { labels: ["cached"] }).baseline.labels).toEqual([
    "cached",
  ]);
});

test.each<[number, number, number, number, boolean]>([
  [1, 1, 0, 0, false],
  [1, 1, 0, 1, false],
  [1, 1, 0, 2, true],
  [1, 1, 1, 3, true],
  [3, 3, 2, 4, false],
  [30, 30, 26, 30, false],
  [30, 30, 25, 30, true],
])("%i of %i before, %i of %i now: %j", (passedBefore, before, passed, of, expected) => {
  expect(mayRemovePass({ passed: passedBefore, of: before }, { passed, of })).toBe(expected);
});

describe("what does not belong into a baseline", () => {
  const terms = { file: "s.baseline.json", prune: false, allowLabels: false };
  const check = (
    before: BaselineFile | undefined,
    cases: readonly GatedCase[],
    of: Parameters<typeof gatedRun>[1] = {},
    own: Partial<typeof terms> = {},
  ) => {
    const record = gatedRun([{ cases }], of);
    const target = cases[0]?.target ?? "default";
    const now = baselineOfRun(record, target, new Set(["s"]));
    return () => checkAcceptance({ before, now, record }, { ...terms, ...own });
  };
  const live = take(undefined, casesOf("pass", 1)).baseline;
  const scripted = take(undefined, casesOf("pass", 1), { labels: ["scripted"] }).baseline;

  test.each<[string, () => void, string]>([
    [
      "nothing decided",
      check(undefined, casesOf("infra_error", 2)),
      'r says nothing of "default": none of its cases is decided',
    ],
    [
      "a script among live models",
      check(live, casesOf("pass", 1), { labels: ["scripted"] }),
      "s.baseline.json is of live models, and r is of label scripted",
    ],
    [
      "a replay among live models",
      check(live, casesOf("pass", 1), { labels: ["replay"] }),
      "of label replay",
    ],
    [
      "live models among scripts",
      check(scripted, casesOf("pass", 1)),
      "is of label scripted, and r is of live models",
    ],
    [
      "another target",
      check(live, casesOf("pass", 1, { target: "new" })),
      'is of the target "default", not of "new"',
    ],
    [
      "a part that prunes",
      check(
        live,
        casesOf("pass", 1),
        { selection: { asked: ["--tag x"], cases: 1, of: 2 } },
        { prune: true },
      ),
      "ran 1 of 2 cases, so it cannot say which are gone",
    ],
  ])("%s", (_, checked, message) => {
    expect(checked).toThrow(
      expect.objectContaining({
        code: "COMPARE_BASELINE_REFUSED",
        message: expect.stringContaining(message),
      }),
    );
  });

  test("and what does", () => {
    expect(check(undefined, casesOf("pass", 1), { labels: ["scripted"] })).not.toThrow();
    expect(check(scripted, casesOf("fail", 1), { labels: ["scripted"] })).not.toThrow();
    expect(check(live, casesOf("pass", 1), { labels: ["cached", "self_judged"] })).not.toThrow();
    expect(
      check(live, casesOf("pass", 1), { labels: ["scripted"] }, { allowLabels: true }),
    ).not.toThrow();
    expect(check(live, casesOf("pass", 1), {}, { prune: true })).not.toThrow();
  });
});
