import { compareVersions } from "./compare-versions.ts";
import { constraintAllows, parseConstraint } from "./constraint.ts";
import { isUnstable, parseVersion } from "./version.ts";

/** What a query gives: one of the candidates, or why none. */
export type VersionSelection =
  | { readonly found: true; readonly version: string }
  | {
      readonly found: false;
      readonly reason: "no-match" | "not-a-constraint";
      /** What a constraint could have chosen from; names that are no versions are left out. */
      readonly available: readonly string[];
    };

/**
 * Selects as the service does: the highest candidate that satisfies the query. Names that are no
 * versions (`2.0.0-interactive`) are selected only by exactly themselves, and a pre-release only by
 * a query that is one version or open on a side.
 */
export function selectVersion(candidates: readonly string[], query: string): VersionSelection {
  const constraint = parseConstraint(query);
  if (constraint === undefined) {
    return candidates.includes(query)
      ? { found: true, version: query }
      : { found: false, reason: "not-a-constraint", available: candidates.toSorted() };
  }
  const versions = candidates.flatMap((text) => parseVersion(text) ?? []);
  const [first, ...others] = versions.filter(
    (version) =>
      (constraint.simple || !isUnstable(version)) && constraintAllows(constraint, version),
  );
  if (first === undefined) {
    const available = versions.toSorted(compareVersions).map(({ text }) => text);
    return { found: false, reason: "no-match", available };
  }
  // Of equal versions (`1.0`, `1.0.0`) the one spelled like the query, else the first.
  const highest = others.reduce((best, other) => {
    const order = compareVersions(other, best);
    return order > 0 || (order === 0 && other.text === query) ? other : best;
  }, first);
  return { found: true, version: highest.text };
}
