import type { ComparedRow } from "../../../compare/index.ts";
import type { CaseRecord, Outcome } from "../../../record/index.ts";
import type { ComparisonInput } from "../../comparison/comparison-reporter.ts";
import type { RunInput } from "../../report-input.ts";
import type { PairChange, PairRow, PairSide } from "./pair-data.ts";

/** A case of both systems with what is recorded of it on each side. */
export interface RecordedPair {
  readonly row: PairRow;
  /** Left out where only a baseline is known. */
  readonly a?: CaseRecord;
  readonly b?: CaseRecord;
}

/** What a reader must look at first. */
const order: readonly PairChange[] = [
  "broken",
  "fixed",
  "worse",
  "better",
  "undecided",
  "both fail",
  "same",
  "not compared",
];

/** The cases of both systems: first those that flipped, of these the critical ones. */
export function recordedPairs({ comparison, a, b }: ComparisonInput): readonly RecordedPair[] {
  const [onA, onB] = [recordsOf(a, comparison.a.target), recordsOf(b, comparison.b.target)];
  const flips = new Map<string, PairChange>([
    ...comparison.flips.broken.map((name) => [name, "broken"] as const),
    ...comparison.flips.fixed.map((name) => [name, "fixed"] as const),
  ]);
  const pairs = comparison.cases.map((row): RecordedPair => {
    const name = `${row.suite}/${row.case}`;
    const [left, right] = [onA.get(name), onB.get(name)];
    return {
      row: pairRow(row, flips.get(name), { a: left, b: right }),
      ...(left !== undefined && { a: left }),
      ...(right !== undefined && { b: right }),
    };
  });
  return pairs.toSorted((x, y) => rankOf(x.row) - rankOf(y.row));
}

function rankOf({ change, critical }: PairRow): number {
  return order.indexOf(change) * 2 + (critical === true ? 0 : 1);
}

function recordsOf(input: RunInput | undefined, target: string): ReadonlyMap<string, CaseRecord> {
  const cases = input?.record.cases.filter((each) => each.target === target) ?? [];
  return new Map(cases.map((each) => [`${each.suite}/${each.case}`, each]));
}

interface Recorded {
  readonly a: CaseRecord | undefined;
  readonly b: CaseRecord | undefined;
}

function pairRow(row: ComparedRow, flip: PairChange | undefined, records: Recorded): PairRow {
  const [a, b] = [sideOf(row.a, records.a), sideOf(row.b, records.b)];
  const { suite, case: id, tags, critical } = row;
  const change = flip ?? changeOf(row, a, b);
  return {
    suite,
    case: id,
    tags,
    ...(critical && { critical: true }),
    change,
    a,
    b,
    telling: tellingTrial(a.trials, b.trials),
  };
}

function sideOf({ passed, latencyMs }: ComparedRow["a"], record: CaseRecord | undefined): PairSide {
  const known = passed === null ? "unfinished" : passed ? "pass" : "fail";
  const trials = record?.trials.map(({ outcome }) => outcome) ?? [];
  return {
    outcome: record === undefined ? known : (record.outcome ?? "unfinished"),
    trials,
    latencyMs,
  };
}

/** What became of a case that did not flip: by the share of its trials that pass, then by its grades. */
function changeOf(row: ComparedRow, sideA: PairSide, sideB: PairSide): PairChange {
  const { a, b, leftOut, notCompared = [] } = row;
  if (leftOut !== undefined || notCompared.length > 0) return "not compared";
  if (a.passed === null || b.passed === null) return "undecided";
  const gain = shareOf(sideB.trials) - shareOf(sideA.trials) || gradeGain(a.scores, b.scores);
  if (Math.abs(gain) > 1e-9) return gain > 0 ? "better" : "worse";
  return a.passed ? "same" : "both fail";
}

function shareOf(trials: readonly Outcome[]): number {
  if (trials.length === 0) return 0;
  return trials.filter((outcome) => outcome === "pass").length / trials.length;
}

type Grades = ComparedRow["a"]["scores"];

function gradeGain(a: Grades, b: Grades): number {
  return Object.entries(a).reduce((sum, [rubric, grade]) => sum + (b[rubric] ?? grade) - grade, 0);
}

/** The first trial that passed on one side only; without one, the first. */
function tellingTrial(a: readonly Outcome[], b: readonly Outcome[]): number {
  const place = a.findIndex((outcome, index) => {
    const other = b[index];
    return other !== undefined && (outcome === "pass") !== (other === "pass");
  });
  return Math.max(0, place);
}
