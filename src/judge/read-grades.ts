import { isJsonObject, type JsonValue } from "../core/json.ts";
import { clip } from "../core/text/clip.ts";
import { readEvidence, type Source } from "./evidence.ts";
import { ownValue, readReasons } from "./read-reasons.ts";
import type { Reading } from "./read-verdicts.ts";
import { rubricKeys } from "./rubric-keys.ts";
import { gradesOf, type Rubric } from "./rubric.ts";
import type { RubricGrade } from "./verdict.ts";

/** Reads the grades of rubrics. */
export function readGrades(
  written: JsonValue | undefined,
  rubrics: readonly Rubric[],
  sources: readonly Source[],
): Reading<RubricGrade> {
  if (rubrics.length === 0) return { entries: [], problems: [] };
  if (!isJsonObject(written)) return { entries: [], problems: ["`grades` must be an object"] };
  const keys = rubricKeys(rubrics);
  const problems: string[] = [];
  const entries: RubricGrade[] = [];
  for (const key of Object.keys(written)) {
    if (!keys.includes(key)) problems.push(`there is no rubric "${clip(key, 80)}"`);
  }
  for (const [index, rubric] of rubrics.entries()) {
    const key = keys[index] ?? rubric.name;
    const entry = ownValue(written, key);
    const grade = entry === undefined ? "has no grade" : asGrade(entry, rubric);
    if (typeof grade === "string") {
      problems.push(`rubric ${key}: ${grade}`);
      continue;
    }
    // The worst grade may mean that there is nothing to quote.
    const isLowest = grade.grade === "cannot_tell" || grade.grade === 1;
    const { from, problem } = readEvidence(grade.evidence, isLowest ? "nothing" : "work", sources);
    if (problem !== undefined) problems.push(`rubric ${key}: ${problem}`);
    entries.push({ rubric: index + 1, ...grade, from });
  }
  return { entries, problems };
}

function asGrade(entry: JsonValue, rubric: Rubric): Omit<RubricGrade, "from" | "rubric"> | string {
  if (!isJsonObject(entry)) return "must be an object";
  const reasons = readReasons(entry, ["grade"]);
  if (typeof reasons === "string") return reasons;
  const { grade } = entry;
  if (grade === "cannot_tell") return { grade, ...reasons };
  if (typeof grade !== "number" || !gradesOf(rubric).includes(grade)) {
    return `\`grade\` must be a whole number from 1 to ${rubric.of}, or cannot_tell`;
  }
  return { grade, ...reasons };
}
