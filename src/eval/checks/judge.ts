import { blank } from "../check/blank.ts";
import type { Check } from "../check/check.ts";
import { asTexts, textsSchema } from "../check/text-list.ts";

export const judge: Check = {
  id: "judge",
  docs: {
    summary: "requires statements about the trial that a judge model finds to be met",
    rationale:
      "For what code cannot decide. Each statement is a check of its own; the judge sees the question, the answer and the tool calls, must quote its evidence, and may say that it cannot tell, which counts for nobody. One plain statement each works best: what can be right and wrong at once cannot be judged.",
  },
  schema: textsSchema("One plain statement, or several."),
  examples: [],
  refused: ["", [], ["The answer is polite", " "]],
  prepare(value, reader) {
    const criteria = asTexts(value);
    if (criteria.length === 0) reader.nothingToCheck([], "there is no statement to judge");
    for (const [index, criterion] of criteria.entries()) {
      if (!blank(criterion)) continue;
      reader.nothingToCheck(typeof value === "string" ? [] : [index], "the statement is empty");
    }
    if (criteria.length === 0 || criteria.some(blank)) return undefined;
    return { type: "judged", criteria: criteria.map((criterion) => criterion.trim()) };
  },
};
