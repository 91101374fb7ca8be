import { presetRubric, type Rubric } from "../../judge/index.ts";
import type { JudgmentRecord } from "../../record/index.ts";

/** The rubric of a recorded judgment; undefined where it is a criterion, or a preset that is no more. */
export function recordedRubric({ rubric, criterion }: JudgmentRecord): Rubric | undefined {
  if (rubric === undefined) return undefined;
  const { name, grades } = rubric;
  if (grades === undefined) return presetRubric(name);
  const anchors = new Map(
    Object.entries(grades)
      .map(([grade, text]) => [Number(grade), text] as const)
      .toSorted(([a], [b]) => a - b),
  );
  return { name, question: criterion, anchors, of: Math.max(...anchors.keys()) };
}
