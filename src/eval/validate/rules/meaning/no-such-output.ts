import { isJsonObject } from "../../../../core/json.ts";
import { didYouMean } from "../../../../core/text/suggest.ts";
import { findComponent } from "../../../../flow/index.ts";
import { outputPath } from "../../../check/output-path.ts";
import { missingOutput } from "../../analysis/component-outputs.ts";
import type { SuiteFinding, SuiteRule } from "../../rule/suite-rule.ts";
import type { TargetView, WrittenCheck } from "../../view/suite-view.ts";

const triage = "target: { flow: triage, version: 1.0.0 }\n";
const expecting = (path: string, more = "equals: x"): string =>
  `${triage}cases:\n  - id: a\n    ask: What is wrong with issue 7?\n    expect: [output: { path: ${path}, ${more} }]\n    context: { inputs: { issue: { url: "https://gitlab.example.com/shop/web/-/issues/7" } } }\n`;

export const noSuchOutput: SuiteRule = {
  id: "no-such-output",
  severity: "error",
  codes: [],
  docs: {
    summary: "forbids paths to outputs that a component never has",
    rationale:
      "What a component leaves in `context` depends on its type: an agent its `final_answer`, with the fields of its response schema or as a text; a step its `tool_responses`, `error` and `execution_result`. Whatever an agent does, nothing stands at other paths.",
    repair: "correct the path, or the response schema of the flow",
  },
  check: ({ cases, targets }) =>
    cases.flatMap(({ checks }) => checks.flatMap((check) => findings(check, targets))),
  examples: {
    bad: [
      { suite: expecting("sort.finalanswer"), reports: [5] },
      { suite: expecting("sort.final_answer.urgnt"), reports: [5] },
      { suite: expecting("note.final_answer.urgent"), reports: [5] },
      { suite: expecting("fetch.final_answer"), reports: [5] },
    ],
    good: [
      { suite: expecting("sort.final_answer.urgent", "equals: true") },
      { suite: expecting("fetch.execution_result", "equals: success") },
      { suite: expecting("goal") },
      { suite: expecting("sort.final_answer.reason", "matches: { $exists: false }") },
    ],
  },
};

function findings(
  { id, value, path }: WrittenCheck,
  targets: readonly TargetView[],
): readonly SuiteFinding[] {
  if (id !== "output" || !isJsonObject(value) || typeof value["path"] !== "string") return [];
  const { matches } = value;
  // Such a matcher may well mean that nothing stands there.
  if (isJsonObject(matches) && ("$exists" in matches || "$not" in matches)) return [];
  const [component = "", ...keys] = outputPath(value["path"]) ?? [];
  const problems = targets.map(({ target: { flow } }) => {
    const found = findComponent(flow, component);
    return found === undefined ? undefined : missingOutput(flow, found, keys);
  });
  const [first] = problems;
  if (first === undefined || problems.includes(undefined)) return [];
  const { message, wrong, known } = first;
  const hint = known.length === 0 ? "leave it out of the path" : didYouMean(wrong, known);
  return [{ path: [...path, "path"], message: `output: ${message}`, hint }];
}
