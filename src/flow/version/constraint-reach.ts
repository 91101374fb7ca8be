import { compareVersions } from "./compare-versions.ts";
import { parseConstraint } from "./constraint.ts";

/**
 * How far a constraint reaches: to one version, to versions between bounds, or without a bound on a
 * side, in which case even a pre-release may be selected. `none` for a text that is no constraint.
 */
export function constraintReach(text: string): "exact" | "bounded" | "open" | "none" {
  const constraint = parseConstraint(text);
  if (constraint === undefined) return "none";
  const [range, ...others] = constraint.ranges;
  if (!constraint.simple || range === undefined) return "bounded";
  const { min, max } = range;
  const isOne = others.length === 0 && min !== undefined && max !== undefined;
  return isOne && compareVersions(min, max) === 0 ? "exact" : "open";
}
