import type { BaselineFile } from "../../record/index.ts";
import type { BaselineChange } from "./baseline-change.ts";
import { mayRemovePass } from "./may-remove-pass.ts";

type KeptCase = BaselineFile["cases"][number];

/** A case of a baseline after a run was accepted. */
export interface AcceptedCase {
  readonly kept: KeptCase;
  readonly change: BaselineChange;
}

/**
 * What a case is kept as that a run has decided. `before` says which run it is from, where it was kept from
 * one before that of the file.
 */
export function acceptCase(before: KeptCase | undefined, now: KeptCase): AcceptedCase {
  const { suite, case: name } = now;
  const change = { suite, case: name };
  const said = trialsOf(now);
  if (before === undefined)
    return { kept: now, change: { ...change, change: "added", message: said } };
  const fails = now.outcome !== "pass";
  if (before.outcome === "pass" && fails) {
    const numbers = `${trialsOf(before)} before, ${said} now`;
    return mayRemovePass(before.trials, now.trials)
      ? { kept: now, change: { ...change, change: "now_fail", message: numbers } }
      : {
          kept: before,
          change: { ...change, change: "kept_pass", message: keptMessage(numbers, now) },
        };
  }
  if (before.outcome !== "pass" && !fails) {
    return { kept: now, change: { ...change, change: "now_pass", message: said } };
  }
  if (before.question !== now.question) {
    const message = "another question is asked than in the baseline";
    return { kept: now, change: { ...change, change: "changed", message } };
  }
  return { kept: now, change: { ...change, change: "same", message: said } };
}

function keptMessage(numbers: string, { trials }: KeptCase): string {
  const failed = trials.of - trials.passed;
  const why =
    failed < 2
      ? "one failed trial takes no pass away"
      : "neither most of them failed, nor more than chance explains";
  return `${numbers}: ${why}`;
}

function trialsOf({ trials: { passed, of } }: KeptCase): string {
  return `${passed} of ${of} ${of === 1 ? "trial" : "trials"} passed`;
}
