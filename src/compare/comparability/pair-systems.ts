import type { CasePair, DecidedMetric } from "../cases/compared-case.ts";
import type { ComparedSystem, SystemCase } from "../cases/compared-system.ts";
import { comparedName, pairCases } from "../cases/pair-cases.ts";
import type { Comparability, Obstacle, ObstacleReason } from "./comparability.ts";
import { findObstacles, type FoundObstacle } from "./find-obstacles.ts";

/** The same case of two systems, and what of it is compared. */
export interface JudgedPair extends CasePair {
  readonly a: SystemCase;
  readonly b: SystemCase;
  /** Why it is in no number. */
  readonly leftOut?: Obstacle | "quarantined";
}

/** Two systems side by side. */
export interface PairedSystems {
  /** All cases that both have, in the order of A. */
  readonly all: readonly JudgedPair[];
  /** Those of them that are compared. */
  readonly pairs: readonly JudgedPair[];
  readonly comparable: Comparability;
}

/** Puts the cases of two systems together, and finds out which of them can be compared in what. */
export function pairSystems(
  systems: { readonly a: ComparedSystem; readonly b: ComparedSystem },
  allow: readonly Obstacle[] = [],
): PairedSystems {
  const { pairs: both, onlyA, onlyB } = pairCases(systems.a.cases, systems.b.cases);
  const found = both.map(({ a, b }) => ({ a, b, obstacles: findObstacles({ a, b, systems }) }));
  const all = found.map(({ a, b, obstacles }): JudgedPair => {
    const standing = obstacles
      .map(({ obstacle }) => obstacle)
      .filter((obstacle) => !allow.includes(obstacle));
    if (a.quarantined || b.quarantined) return { a, b, leftOut: "quarantined" };
    const leftOut = standing.find((obstacle) => hindered[obstacle] === "everything");
    if (leftOut !== undefined) return { a, b, leftOut };
    const notCompared = new Set(standing.flatMap((obstacle) => metricsOf(hindered[obstacle])));
    return { a, b, ...(notCompared.size > 0 && { notCompared }) };
  });
  const pairs = all.filter(({ leftOut }) => leftOut === undefined);
  return {
    all,
    pairs,
    comparable: {
      paired: pairs.length,
      onlyA,
      onlyB,
      changed: namesOf(found.filter(isChanged)),
      quarantined: namesOf(all.filter(({ leftOut }) => leftOut === "quarantined")),
      reasons: reasonsOf(found, allow),
    },
  };
}

/**
 * Of a question that changed, it is another one; these are the same on both sides, and nobody can say how B
 * does on them.
 */
export function isHidden({ leftOut }: JudgedPair): boolean {
  return leftOut === "kind" || leftOut === "served_model";
}

/** A case with all that stands in its way. */
interface HinderedCase {
  readonly a: SystemCase;
  readonly obstacles: readonly FoundObstacle[];
}

function namesOf(cases: readonly Pick<HinderedCase, "a">[]): readonly string[] {
  return cases.map(({ a }) => comparedName(a)).toSorted();
}

function isChanged({ obstacles }: HinderedCase): boolean {
  return obstacles.some(({ obstacle }) => obstacle === "changed");
}

/** What an obstacle stands in the way of. */
const hindered: Readonly<Record<Obstacle, "everything" | readonly DecidedMetric[]>> = {
  changed: "everything",
  kind: "everything",
  served_model: "everything",
  judge: ["pass_rate", "score"],
  trials: ["pass_rate"],
};

function metricsOf(metrics: "everything" | readonly DecidedMetric[]): readonly DecidedMetric[] {
  return metrics === "everything" ? [] : metrics;
}

function reasonsOf(
  found: readonly HinderedCase[],
  allow: readonly Obstacle[],
): readonly ObstacleReason[] {
  const reasons = new Map<string, { readonly of: FoundObstacle; readonly cases: string[] }>();
  for (const { a, obstacles } of found) {
    for (const of of obstacles) {
      const key = `${of.obstacle} ${of.message}`;
      const known = reasons.get(key) ?? { of, cases: [] };
      known.cases.push(comparedName(a));
      reasons.set(key, known);
    }
  }
  return [...reasons]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { of, cases }]) => ({
      ...of,
      cases: cases.toSorted(),
      allowed: allow.includes(of.obstacle),
    }));
}
