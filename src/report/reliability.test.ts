import { expect, test } from "vitest";
import { type CaseRecord, type Outcome, readRun } from "../record/index.ts";
import { reliabilityOf } from "./reliability.ts";

const { cases } = await readRun("fixtures/records/every-outcome");

/** A case with so many passes of so many trials, and some that are undecided. */
function caseOf(passed: number, total: number, undecided = 0): CaseRecord {
  const [base] = cases;
  const trial = base?.trials[0];
  if (base === undefined || trial === undefined) throw new TypeError("the record has no trial");
  const outcomes: Outcome[] = [
    ...Array.from({ length: total }, (_, index): Outcome => (index < passed ? "pass" : "fail")),
    ...Array.from({ length: undecided }, (): Outcome => "infra_error"),
  ];
  return {
    ...base,
    trials: outcomes.map((outcome, index) => ({ ...trial, trial: index, outcome })),
  };
}

const passes = [5, 4, 5, 0, 3, 5, 2, 5];

test("the published example: means over cases, for k up to the number of trials", () => {
  const found = reliabilityOf(passes.map((passed) => caseOf(passed, 5)));
  expect(found.map(({ k, cases: of, leftOut }) => [k, of, leftOut])).toEqual([
    [2, 8, 0],
    [3, 8, 0],
    [5, 8, 0],
  ]);
  expect(found.map(({ passHatK }) => passHatK.value)).toEqual([
    expect.closeTo(0.625, 10),
    expect.closeTo(0.5625, 10),
    expect.closeTo(0.5, 10),
  ]);
  expect(found[1]?.passAtK.value).toBeCloseTo(0.8625, 10);
  // Eight cases are too few for an interval.
  expect(found[0]?.passHatK.low).toBeUndefined();
});

test("an interval from fifteen cases on, within the bounds of a share", () => {
  const [found] = reliabilityOf([...passes, ...passes].map((passed) => caseOf(passed, 5)));
  const { value = 0, low = 0, high = 0 } = found?.passHatK ?? {};
  expect(value).toBeCloseTo(0.625, 10);
  expect(low).toBeGreaterThan(0.3);
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
  expect(found?.passAtK.high).toBeLessThanOrEqual(1);
});

test("undecided trials are missing data: the case is left out where it has too few, and no failure", () => {
  const found = reliabilityOf([caseOf(3, 3), caseOf(2, 2, 1), caseOf(1, 1)]);
  expect(found).toMatchObject([
    { k: 2, cases: 2, leftOut: 1, passHatK: { value: 1 } },
    { k: 3, cases: 1, leftOut: 2, passHatK: { value: 1 } },
  ]);
});

test("where trials were left out nothing is said: those that failed are missing first", () => {
  const cut = { ...caseOf(0, 1), curtailed: 4 };
  expect(reliabilityOf([caseOf(5, 5), cut])).toEqual([]);
  expect(reliabilityOf([caseOf(5, 5), { ...cut, curtailed: 0 }])).not.toEqual([]);
});

test.each([[[]], [[caseOf(1, 1), caseOf(0, 1)]], [[caseOf(0, 0, 3)]]])(
  "nothing where no case has several decided trials",
  (of) => {
    expect(reliabilityOf(of)).toEqual([]);
  },
);
