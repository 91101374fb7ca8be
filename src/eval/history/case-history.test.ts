import { expect, test } from "vitest";
import { entry } from "../../../fixtures/eval/history-entry.ts";
import type { CaseHistory, Outcome } from "../../record/index.ts";
import { caseHistory } from "./case-history.ts";

/** `5/5` as outcomes. */
function outcomes(share: string): Outcome[] {
  const [passed = 0, total = 0] = share.split("/").map(Number);
  return Array.from({ length: total }, (_, index) => (index < passed ? "pass" : "fail"));
}

const hash = "a".repeat(64);
const other = "b".repeat(64);

function historyOf(before: readonly string[], now: string, of: string = hash): CaseHistory {
  const entries = before.map((share, run) => entry(run, outcomes(share), { hash: of }));
  const trials = outcomes(now).map((outcome) => ({ outcome }));
  return caseHistory({ outcome: "fail", trials }, hash, entries);
}

// The p-values are those of a one-sided test of Fisher, computed elsewhere.
test.each<[string[], string, string, number | undefined]>([
  [[], "0/1", "new", undefined],
  [["0/0"], "0/1", "new", undefined],
  [["5/5"], "2/5", "too few trials", 0.0833],
  [["5/5"], "1/5", "regression", 0.0238],
  [["10/10"], "6/10", "regression", 0.0433],
  [["5/5", "5/5"], "5/10", "regression", 0.0163],
  [["3/3"], "0/3", "regression", 0.05],
  [["3/3"], "1/3", "too few trials", 0.2],
  [["1/1"], "0/1", "too few trials", 0.5],
  [["4/5", "5/5"], "4/5", "usual flake", 0.5714],
  [["0/3", "0/3"], "0/3", "fails as before", 1],
])("%j before and %s now: %s", (before, now, verdict, p) => {
  const history = historyOf(before, now);
  expect(history.verdict).toBe(verdict);
  if (p === undefined) expect(history.p).toBeUndefined();
  else expect(history.p).toBeCloseTo(p, 3);
});

test("another version of the case is compared with, and said to be another", () => {
  const changed = historyOf(["5/5"], "1/5", other);
  expect(changed).toMatchObject({ changed: true, verdict: "regression", trials: 5, passes: 5 });
  const entries = [entry(1, outcomes("5/5")), entry(2, outcomes("0/5"), { hash: other })];
  const same = caseHistory({ outcome: "fail", trials: [{ outcome: "fail" }] }, hash, entries);
  expect(same).toMatchObject({ changed: false, trials: 5, passes: 5, runs: 1 });
});

test("of several other versions only the latest counts", () => {
  const entries = [
    entry(1, outcomes("0/5"), { hash: "c".repeat(64) }),
    entry(2, outcomes("5/5"), { hash: other }),
  ];
  const history = caseHistory({ outcome: "fail", trials: [{ outcome: "fail" }] }, hash, entries);
  expect(history).toMatchObject({ changed: true, trials: 5, passes: 5, runs: 1 });
});

test("undecided trials are missing data, before and now", () => {
  const before = [entry(1, ["pass", "infra_error", "judge_error", "pass"])];
  const trials: { outcome: Outcome }[] = [{ outcome: "fail" }, { outcome: "suite_error" }];
  const history = caseHistory({ outcome: "fail", trials }, hash, before);
  expect(history).toMatchObject({ trials: 2, passes: 2, verdict: "too few trials" });
  expect(history.p).toBeCloseTo(1 / 3, 10);
});

test("what the cache said again is no news", () => {
  const cached = { replies: 1, savedUsd: 0.01 };
  const trials: { outcome: Outcome; cached?: typeof cached }[] = [{ outcome: "fail", cached }];
  const before = [entry(1, outcomes("5/5"))];
  expect(caseHistory({ outcome: "fail", trials }, hash, before).verdict).toBeUndefined();
  trials.push({ outcome: "fail" });
  const history = caseHistory({ outcome: "fail", trials }, hash, before);
  expect(history.p).toBeCloseTo(1 / 6, 10);
});

test.each<[Outcome | undefined]>([["pass"], ["judge_error"], ["infra_error"], [undefined]])(
  "a case that ends in %s gets no verdict",
  (outcome) => {
    const trials = outcomes("1/1").map((each) => ({ outcome: each }));
    const history = caseHistory({ outcome, trials }, hash, [entry(1, outcomes("5/5"))]);
    expect(history).toEqual({ runs: 1, trials: 5, passes: 5, changed: false, flaky: false });
  },
);

test.each<[string[], string, string, boolean]>([
  [["5/5"], "5/5", hash, false],
  [["5/5"], "4/5", hash, true],
  [["4/5"], "5/5", hash, true],
  [["0/5"], "0/5", hash, false],
  [["0/5"], "5/5", hash, true],
  // A regression is no flake, another version is another case, and one run is no history.
  [["5/5"], "0/5", hash, false],
  [["4/5"], "5/5", other, false],
  [["5/5"], "4/5", other, false],
  [[], "4/5", hash, false],
])("%j before and %s now in version %s: flaky is %s", (before, now, of, flaky) => {
  expect(historyOf(before, now, of).flaky).toBe(flaky);
});
