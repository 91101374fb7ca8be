import type { JsonValue } from "../../../../core/json.ts";
import { isJsonArray } from "../../../../core/match/json-array.ts";
import { clip } from "../../../../core/text/clip.ts";
import type { SuitePath } from "../../../suite/suite-reader.ts";
import { criterionFaults } from "../../analysis/criterion-faults.ts";
import type { SuiteFinding, SuiteRule } from "../../rule/suite-rule.ts";
import type { WrittenCheck } from "../../view/suite-view.ts";

const judging = (...criteria: readonly string[]): string =>
  `cases:\n  - id: a\n    ask: What is wrong with issue 7?\n    expect:\n      - judge:\n${criteria.map((each) => `          - ${JSON.stringify(each)}\n`).join("")}`;
const line = 6;
const unclear = (criterion: string): { suite: string; reports: readonly number[] } => ({
  suite: judging("The answer names the cart", criterion),
  reports: [line + 1],
});

export const unclearCriterion: SuiteRule = {
  id: "unclear-criterion",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports criteria that a judge cannot decide",
    rationale:
      "A judge sees the question, the answer and the tool calls, and must quote what proves its verdict. A question, two statements in one, praise without a measure, or something that it does not see make a verdict of chance.",
    repair: "write one plain statement about the answer, with the fact in it",
  },
  check: ({ cases }) => cases.flatMap(({ checks }) => checks.flatMap(faults)),
  examples: {
    bad: [
      unclear("Does the answer name the cart?"),
      unclear("Polite"),
      unclear("The answer names the cart. It is polite"),
      unclear("The answer names the cart and also says who wrote the issue"),
      unclear("The answer is good"),
      unclear("The agent gives an appropriate answer."),
      unclear("The agent provides a good response"),
      unclear("The answer is as expected"),
      unclear("The answer follows the system prompt"),
      unclear("The agent responds within 5 seconds"),
      unclear("The agent uses at most 500 tokens"),
      unclear("The answer is the same as in previous runs"),
    ],
    good: [
      {
        suite: judging(
          "It greets",
          "The answer says that the cart loses items",
          "The answer says that rebase moves or replays commits onto another base",
          "The answer names both the author and the assignee of the issue",
          "The answer asks which project is meant",
          "The answer says that the job finished in 5 seconds",
          "The answer says that the previous pipeline failed",
          "The answer says which of the two reviews is right",
        ),
      },
    ],
  },
};

function faults({ id, value, path }: WrittenCheck): readonly SuiteFinding[] {
  if (id !== "judge") return [];
  return statementsIn(value, path).flatMap(({ text, path: at }) => {
    const fault = criterionFaults.find(({ pattern }) => pattern.test(text));
    if (fault === undefined) return [];
    const message = `the criterion "${clip(text, 80)}" ${fault.message}`;
    return [{ path: at, message, hint: fault.hint }];
  });
}

interface Statement {
  readonly text: string;
  readonly path: SuitePath;
}

/** One text, or several; what has another form is no statement. */
function statementsIn(value: JsonValue, path: SuitePath): readonly Statement[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [{ text: value, path }];
  if (isJsonArray(value))
    return value.flatMap((each, index) => statementsIn(each, [...path, index]));
  return [];
}
