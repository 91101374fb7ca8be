import { isJsonObject, type JsonValue } from "../core/json.ts";
import { isJsonArray } from "../core/match/json-array.ts";
import { type EvidenceNeed, readEvidence, type Source } from "./evidence.ts";
import { readReasons } from "./read-reasons.ts";
import { statesAbsence } from "./states-absence.ts";
import type { CriterionVerdict } from "./verdict.ts";

/** What of a judge's call could be read, and in words for the judge what is wrong with it. */
export interface Reading<T> {
  /** In the order of what was asked; complete where there is no problem. */
  readonly entries: readonly T[];
  readonly problems: readonly string[];
}

/** Reads the verdicts on criteria. */
export function readVerdicts(
  written: JsonValue | undefined,
  criteria: readonly string[],
  sources: readonly Source[],
): Reading<CriterionVerdict> {
  if (criteria.length === 0) return { entries: [], problems: [] };
  if (!isJsonArray(written)) return { entries: [], problems: ["`verdicts` must be a list"] };
  const problems: string[] = [];
  const byCriterion = new Map<number, CriterionVerdict>();
  for (const [index, entry] of written.entries()) {
    const verdict = asVerdict(entry);
    if (typeof verdict === "string") {
      problems.push(`entry ${index + 1} of \`verdicts\`: ${verdict}`);
      continue;
    }
    const { criterion } = verdict;
    const statement = criteria[criterion - 1];
    if (statement === undefined) {
      problems.push(
        `there is no criterion ${criterion}; they are numbered 1 to ${criteria.length}`,
      );
      continue;
    }
    if (byCriterion.has(criterion))
      problems.push(`criterion ${criterion} has more than one verdict`);
    const { from, problem } = readEvidence(verdict.evidence, needOf(verdict, statement), sources);
    if (problem !== undefined) problems.push(`criterion ${criterion}: ${problem}`);
    byCriterion.set(criterion, { ...verdict, from });
  }
  for (let number = 1; number <= criteria.length; number += 1) {
    if (!byCriterion.has(number)) problems.push(`criterion ${number} has no verdict`);
  }
  const entries = [...byCriterion.values()].toSorted((a, b) => a.criterion - b.criterion);
  return { entries, problems };
}

function asVerdict(entry: JsonValue): Omit<CriterionVerdict, "from"> | string {
  if (!isJsonObject(entry)) return "must be an object";
  const reasons = readReasons(entry, ["criterion", "verdict"]);
  if (typeof reasons === "string") return reasons;
  const { criterion, verdict } = entry;
  if (typeof criterion !== "number" || !Number.isInteger(criterion)) {
    return "`criterion` must be the number of a criterion";
  }
  if (verdict !== "met" && verdict !== "not_met" && verdict !== "cannot_tell") {
    return "`verdict` must be met, not_met or cannot_tell";
  }
  return { criterion, verdict, ...reasons };
}

const aboutAnswer = /^\s*the (?:(?:final|agent's) )?(?:answer|reply|response)\b/iu;

/** Only what is said to be there has to be shown: nobody can quote what is missing. */
function needOf({ verdict }: Pick<CriterionVerdict, "verdict">, statement: string): EvidenceNeed {
  if (verdict !== "met" || statesAbsence(statement)) return "nothing";
  return aboutAnswer.test(statement) ? "answer" : "work";
}
