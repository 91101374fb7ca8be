import type { PreparedCheck } from "./check.ts";

/** What a check leaves to a judge: statements, and the questions of rubrics. */
export function criteriaIn(check: PreparedCheck): readonly string[] {
  if (check.type === "decidable") return [];
  const { criteria, rubrics = [] } = check;
  return [...criteria, ...rubrics.map(({ rubric }) => rubric.question)];
}
