import { AppError } from "../../../src/core/errors/app-error.ts";
import { didYouMean } from "../../../src/core/text/suggest.ts";
import type { PlannedSuite, RunRecord } from "../../../src/record/index.ts";
import type { BaselineShare } from "./accepted-file.ts";
import { baselinePath } from "./baseline-path.ts";

/** Where the suites of a run go. */
export interface ShareTerms {
  /** One file for all of them; else one beside each. */
  readonly output?: string | undefined;
  /** Undefined for the only target of each. */
  readonly target?: string | undefined;
}

/**
 * Which suites of a run belong into which file.
 *
 * @throws AppError COMPARE_TARGET_UNCLEAR where nobody says which of several targets is meant.
 */
export function sharesOf(
  { started }: Pick<RunRecord, "started">,
  { output, target }: ShareTerms,
): readonly BaselineShare[] {
  const chosen = started.suites.flatMap((suite) => {
    const name = targetOf(suite, target);
    return name === undefined ? [] : [{ suite, target: name }];
  });
  if (chosen.length === 0) throw noTarget(started.suites, target ?? "");
  if (output === undefined) {
    return chosen.map(({ suite, target: name }) => ({
      file: baselinePath(suite),
      target: name,
      suites: new Set([suite.suite]),
    }));
  }
  const targets = [...new Set(chosen.map((each) => each.target))];
  const [only, ...others] = targets;
  if (only === undefined || others.length > 0) {
    throw unclear("the suites of the run are of several targets", targets);
  }
  return [{ file: output, target: only, suites: new Set(chosen.map(({ suite }) => suite.suite)) }];
}

/** Undefined where a suite does not have the target that is named. */
function targetOf(
  { suite, targets }: PlannedSuite,
  wanted: string | undefined,
): string | undefined {
  const names = targets.map(({ target }) => target);
  if (wanted !== undefined) return names.find((name) => name === wanted);
  const [only, ...others] = names;
  if (others.length > 0) throw unclear(`the suite "${suite}" was run on several targets`, names);
  return only;
}

function unclear(message: string, targets: readonly string[]): AppError {
  return new AppError("COMPARE_TARGET_UNCLEAR", message, {
    hint: `name one with --target: ${targets.slice(0, 12).join(", ")}`,
  });
}

function noTarget(suites: readonly PlannedSuite[], target: string): AppError {
  const names = suites.flatMap(({ targets }) => targets.map((each) => each.target));
  return new AppError("COMPARE_TARGET_UNCLEAR", `the run has no target "${target}"`, {
    hint: didYouMean(target, [...new Set(names)]),
  });
}
