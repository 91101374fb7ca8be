import { listOf } from "../../../check/list-of.ts";
import type { SuiteRule } from "../../rule/suite-rule.ts";
import type { TargetView } from "../../view/suite-view.ts";

const withHuman = (target: string): string =>
  `${target}cases:\n  - id: a\n    ask: What is wrong with issue 7?\n    human: [approve]\n    expect: [called: get_issue]\n`;

export const idleHuman: SuiteRule = {
  id: "idle-human",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports answers of people that nobody asks for",
    rationale:
      "`human` answers components that wait for a person, and approvals of tools. Without `privileges` in the target nothing but the flow asks for approval, so the answers are never used.",
    repair: "remove `human`, or say what the session allows with `privileges` in the target",
  },
  check: ({ cases, targets }) => {
    if (targets.length === 0 || targets.some(mayAsk)) return [];
    return cases.flatMap(({ source, path }) =>
      listOf(source["human"]).length === 0
        ? []
        : [
            {
              path: [...path, "human"],
              atKey: true,
              message: "human: nothing in the flow or the session asks a person",
            },
          ],
    );
  },
  examples: {
    bad: [{ suite: withHuman(""), reports: [4] }],
    good: [
      {
        suite: withHuman(
          "target: { flow: helper, version: 1.0.0, privileges: [read_only_gitlab] }\n",
        ),
      },
    ],
  },
};

function mayAsk({ target: { flow, session } }: TargetView): boolean {
  if (session.privileges !== undefined) return true;
  return flow.components.some(
    (each) =>
      each.type === "HumanInputComponent" ||
      (each.type === "AgentComponent" && each.requireToolApproval),
  );
}
