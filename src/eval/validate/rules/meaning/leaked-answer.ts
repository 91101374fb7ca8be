import { clip } from "../../../../core/text/clip.ts";
import { asTexts } from "../../../check/text-list.ts";
import { answerFields } from "../../analysis/answer-conflict.ts";
import { isTelling, standsIn } from "../../analysis/leaks.ts";
import type { SuiteFinding, SuiteRule } from "../../rule/suite-rule.ts";
import type { CaseView, TargetView, WrittenCheck } from "../../view/suite-view.ts";

const asking = (ask: string, answer: string): string =>
  `cases:\n  - id: a\n    ask: ${ask}\n    expect:\n      - answer: ${answer}\n`;
const line = 5;

export const leakedAnswer: SuiteRule = {
  id: "leaked-answer",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports expected answers that stand in the question or in the flow's prompts",
    rationale:
      "An agent that repeats the question, or quotes its prompt, passes without having done anything. In the question every expected text counts, and a check is told if all it asks for stands there; in prompts only numbers and texts of several words are looked for, because single words are in every prompt.",
    repair: "ask for a text that only the right answer has: a number from a mock, for example",
  },
  check({ cases, targets }) {
    return cases.flatMap((each) => each.checks.flatMap((check) => leaks(check, each, targets)));
  },
  examples: {
    bad: [
      { suite: asking("Is issue 7 about the cart?", "cart"), reports: [line] },
      { suite: asking("Are there 42 open issues?", '{ word: "42" }'), reports: [line] },
      { suite: asking("Say hello world", "{ equals: hello world }"), reports: [line] },
      {
        suite: asking("What does severity one mean?", "production is down"),
        reports: [line],
      },
    ],
    good: [
      { suite: asking("Hello", "Hello") },
      { suite: asking("What is wrong with issue 7?", "cart") },
      { suite: asking("Are there 142 open issues?", '{ word: "42" }') },
      {
        suite: asking("Is issue 7 about the cart?", "[cart, checkout]").replace(
          "[cart, checkout]",
          "{ contains: [cart, checkout] }",
        ),
      },
      { suite: asking("Which severity is highest?", "one") },
      { suite: asking("Which severity is highest?", '{ contains: "?" }') },
    ],
  },
};

function leaks(
  { id, value, path, turn }: WrittenCheck,
  { questions }: CaseView,
  targets: readonly TargetView[],
): readonly SuiteFinding[] {
  if (id !== "answer") return [];
  const { contains, word, equals, regex, json_schema: schema } = answerFields(value);
  if (regex !== undefined || schema !== undefined) return [];
  const texts = [contains, word, equals]
    .flatMap(asTexts)
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  if (texts.length === 0) return [];
  const asked = turn === undefined ? questions : questions.slice(0, turn + 1);
  const shown = texts.map((text) => JSON.stringify(clip(text, 40))).join(", ");
  const it = texts.length === 1 ? "stands" : "all stand";
  if (texts.every((text) => asked.some((question) => standsIn(text, question)))) {
    return [{ path, message: `answer: ${shown} ${it} in what the user says` }];
  }
  const told = texts.every(
    (text) => isTelling(text) && promptsOf(targets).some((prompt) => standsIn(text, prompt)),
  );
  return told ? [{ path, message: `answer: ${shown} ${it} in a prompt of the flow` }] : [];
}

function promptsOf(targets: readonly TargetView[]): readonly string[] {
  const prompts = targets.flatMap(({ target: { flow, registries } }) => [
    ...flow.prompts,
    ...flow.components.flatMap((each) => {
      if (!("promptVersion" in each) || each.promptVersion === undefined) return [];
      return registries.prompt(each.promptId, each.promptVersion) ?? [];
    }),
  ]);
  return prompts.flatMap(({ entries }) => entries.flatMap(({ texts }) => texts));
}
