import type { FlowInspection } from "../../flow/index.ts";
import type { LintInput } from "../rule/lint-rule.ts";
import { inspectBase } from "./inspect-base.ts";
import { releasedVersion } from "./nearest-lower.ts";

/**
 * What a file says at the base as a version that is released there, and so may not become another one.
 * One that the service refused is not: nobody can have used it.
 */
export function releasedBase(
  input: Pick<LintInput, "identity" | "change" | "file" | "knowledge">,
): FlowInspection | undefined {
  const { identity, change } = input;
  if (identity === undefined || identity.experimental) return undefined;
  if (change?.before === undefined || releasedVersion(identity.version) === undefined) {
    return undefined;
  }
  const before = inspectBase(change.before, input);
  return before.problems.length > 0 ? undefined : before;
}
