import {
  type CaseRecord,
  decidingCases,
  type PlannedGates,
  type PlannedSuite,
  type RunRecord,
} from "../../record/index.ts";
import type { ComparedSystem } from "../cases/compared-system.ts";
import { systemOfRun } from "../cases/system-of-run.ts";
import { type GateReference, referenceOf } from "./gate-reference.ts";
import type { Gate } from "./gate.ts";
import { judgeOpen, type OpenGateResult, withHidden } from "./judge-open.ts";

/** What came of a gate for one target of a suite, or of suites that are judged as one. */
export interface SuiteGateResult extends OpenGateResult {
  /** The suite's id, or the name under which several are judged. */
  readonly suite: string;
  readonly target: string;
  /** What the target was held against: another target, or the file of a baseline. */
  readonly against?: string;
}

/**
 * Holds the gates of a suite against each of its targets; `record` is of its cases alone, or of all that are
 * judged as one with it.
 */
export function judgeSuite(
  record: RunRecord,
  suite: PlannedSuite,
  { against, together, rules }: PlannedGates,
): readonly SuiteGateResult[] {
  const cases = decidingCases(record.cases);
  const scales = scalesOf(cases, rules);
  const targets = [...new Set(record.cases.map(({ target }) => target))];
  const judged = targets.filter((target) => target !== against);
  const systemOf = (target: string): ComparedSystem => systemOfRun({ ...record, cases }, target);
  return judged.flatMap((target) => {
    const b = systemOf(target);
    const reference = referenceOf(b, { against, suite, targets, systemOf });
    return rules.map((gate): SuiteGateResult => ({
      suite: together ?? suite.suite,
      target,
      ...judgeGate(gate, { b, reference, scales }),
    }));
  });
}

interface GateSetting {
  readonly b: ComparedSystem;
  readonly reference: GateReference;
  readonly scales: ReadonlyMap<string, number>;
}

function judgeGate(
  gate: Gate,
  { b, reference, scales }: GateSetting,
): Omit<SuiteGateResult, "suite" | "target"> {
  if (gate.metric === "preference") {
    return notJudged(gate, "`flowproof compare --pairwise` asks which answer is better");
  }
  if (gate.rule === "at_least") return judgeOpen(gate, { pairs: [], cases: b.cases }, scales);
  const against = reference.name === undefined ? {} : { against: reference.name };
  if ("missing" in reference) return { ...against, ...notJudged(gate, reference.missing) };
  const { pairs, hidden, part } = reference;
  const result = withHidden(judgeOpen(gate, { pairs, cases: b.cases }, scales), hidden);
  return { ...against, ...result, message: result.message + part };
}

function notJudged(gate: Gate, why: string): OpenGateResult {
  return { gate, outcome: "undecided", message: `not judged: ${why}`, isOpen: false };
}

/** The best grade of each rubric that gates speak of, as far as somebody has graded by it. */
function scalesOf(
  cases: readonly CaseRecord[],
  gates: readonly Gate[],
): ReadonlyMap<string, number> {
  const scored = gates.filter(({ metric }) => metric.startsWith("score."));
  // To look is to read every trial again.
  if (scored.length === 0) return new Map();
  const wanted = new Set(scored.map(({ metric }) => metric.slice("score.".length)));
  const scales = new Map<string, number>();
  for (const { trials } of cases) {
    for (const { score } of trials.flatMap(({ checks }) => checks)) {
      if (score !== undefined && wanted.has(score.rubric)) scales.set(score.rubric, score.of);
    }
  }
  return scales;
}
