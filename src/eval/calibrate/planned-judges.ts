import { juryIdentity, juryName } from "../../judge/index.ts";
import { fullName } from "../../model/index.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { PlannedJudge } from "../../record/index.ts";
import type { Judging } from "../run/judging.ts";
import { isScript, judgesOf, type RoleModels } from "../run/model-choice.ts";
import type { Calibration } from "./calibration-file.ts";
import { knownQuality } from "./known-quality.ts";

/** A case, as far as its judges are concerned. */
export interface JudgedCase {
  readonly models: Omit<RoleModels, "agent">;
  readonly judging: Judging;
  /** What they decide in it; empty where they are not asked. */
  readonly criteria: readonly string[];
}

/** The judges whose verdicts decide, by name, with what is known of them. Scripts are none. */
export function plannedJudges(
  cases: readonly JudgedCase[],
  calibrations: readonly Calibration[],
): readonly PlannedJudge[] {
  const juries = new Map<string, { readonly name: string; readonly criteria: Set<string> }>();
  const ids = new Map<string, string>();
  for (const { models: written, judging, criteria } of cases) {
    const models = judgesOf(written).map(fullName);
    if (criteria.length === 0 || models.every(isScript)) continue;
    const names = { models, votes: judging.votes };
    const name = juryName(names);
    const judge = ids.get(name) ?? juryIdentity(names, sha256Hex);
    ids.set(name, judge);
    const jury = juries.get(judge) ?? { name, criteria: new Set<string>() };
    juries.set(judge, jury);
    for (const criterion of criteria) jury.criteria.add(criterion);
  }
  return [...juries]
    .map(([judge, { name, criteria }]) => ({
      name,
      judge,
      criteria: criteria.size,
      calibration: knownQuality({ name, judge }, criteria, calibrations),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
