import type { JsonValue } from "../../../../../core/json.ts";
import { compileMatcher } from "../../../../../core/match/compile-matcher.ts";
import { MatcherError } from "../../../../../core/match/matcher-error.ts";
import type { Matcher } from "../../../../../core/match/matcher.ts";
import type { Tree } from "../../../repository/commit.ts";
import type { SeedBlock } from "../../core/seed-block.ts";
import type { Job } from "./pipeline.ts";

/** Which pipeline a push gets. */
export interface PushRule {
  readonly branch: Matcher | undefined;
  /** The text of each file after the push; undefined for one that is not there. */
  readonly files: readonly (readonly [string, Matcher])[];
  readonly status: string | undefined;
  readonly jobs: readonly Omit<Job, "id">[];
}

/** Whether a rule is about this push. */
export function fitsPush(rule: PushRule, branch: string, tree: Tree): boolean {
  return (
    (rule.branch?.matches(branch) ?? true) &&
    rule.files.every(([path, matcher]) => matcher.matches(tree.get(path)))
  );
}

const nothing: Matcher = { matches: () => false, explain: () => [], distance: () => 1 };

/** Reads a matcher of a seed; one that cannot be read is a problem, and matches nothing. */
export function seedMatcher(spec: JsonValue, block: SeedBlock, key: string): Matcher {
  try {
    return compileMatcher(spec);
  } catch (error) {
    if (!(error instanceof MatcherError)) throw error;
    for (const { message, hint } of error.problems) block.problem(key, message, hint);
    return nothing;
  }
}
