import type { PlannedSuite } from "../../record/index.ts";
import { systemOfBaseline } from "../baseline/system-of-baseline.ts";
import type { ComparedSystem } from "../cases/compared-system.ts";
import { isHidden, type JudgedPair, pairSystems } from "../comparability/pair-systems.ts";

/** Something to hold a target against, or why there is nothing. */
export type GateReference =
  | {
      readonly name: string;
      readonly pairs: readonly JudgedPair[];
      readonly hidden: number;
      readonly part: string;
    }
  | { readonly name?: string; readonly missing: string };

interface ReferenceSetting {
  readonly against: string | undefined;
  readonly suite: PlannedSuite;
  /** Those of the suite that were run. */
  readonly targets: readonly string[];
  readonly systemOf: (target: string) => ComparedSystem;
}

/** What a target is held against: another one of its suite, or else a baseline. */
export function referenceOf(target: ComparedSystem, setting: ReferenceSetting): GateReference {
  const { against, targets, systemOf, suite } = setting;
  if (against !== undefined) {
    if (targets.includes(against)) return compared(target, against, systemOf(against));
    return { missing: `no case of the target "${against}" was run` };
  }
  if (suite.baseline === undefined) return { missing: "no baseline" };
  const { file, kept } = suite.baseline;
  // Of one target only, it may have had another name then.
  if (targets.length > 1 && kept.target !== target.target) {
    return { missing: `the baseline is of the target "${kept.target}"` };
  }
  return compared(target, file, systemOfBaseline(kept));
}

/** With how much of the target can be compared, where that is not everything. */
function compared(b: ComparedSystem, name: string, a: ComparedSystem): GateReference {
  const { all: both, pairs, comparable } = pairSystems({ a, b });
  const all = b.cases.length;
  if (pairs.length > 0) {
    const part = pairs.length === all ? "" : `; ${pairs.length} of ${all} cases are compared`;
    return { name, pairs, hidden: both.filter(isHidden).length, part };
  }
  const [reason] = comparable.reasons;
  const missing =
    reason === undefined
      ? "the two have no case in common"
      : `no case can be compared: ${reason.message} (A is what was before)`;
  return { name, missing };
}
