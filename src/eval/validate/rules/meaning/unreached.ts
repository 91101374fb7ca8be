import { toolMatcher } from "../../../check/tool-glob.ts";
import { staticReach, unreachedGraph } from "../../analysis/static-reach.ts";
import { targetTools } from "../../analysis/target-tools.ts";
import type { SuiteFinding, SuiteRule } from "../../rule/suite-rule.ts";
import type { SuiteView, TargetView } from "../../view/suite-view.ts";

const triage = "target: { flow: triage, version: 1.0.0 }\n";
const context =
  'context: { inputs: { issue: { url: "https://gitlab.example.com/shop/web/-/issues/7" } } }\n';
const mocks =
  "tools: { get_issue: { returns: Cart }, list_issue_notes: { returns: [] }, create_issue_note: { returns: ok } }\n";

export const unreached: SuiteRule = {
  id: "unreached",
  severity: "info",
  codes: [],
  docs: {
    summary: "reports components, routes and tools of a flow that no case reaches",
    rationale:
      "What no case goes through can break unseen. Nothing is run: what counts is what checks, mocks, scripts and the answers of people say, in all suites of the same flow that are validated together. `eval run --coverage` measures it in a run.",
    repair: "write a case that goes there",
  },
  check(view, others) {
    const seen = new Set<string>();
    return view.targets.flatMap((each) => {
      const key = flowKey(each);
      const testing = others.filter(({ targets }) => targets.some((one) => flowKey(one) === key));
      // All suites of a flow are looked at together, and the first tells.
      if (seen.has(key) || testing[0] !== view) return [];
      seen.add(key);
      return findings(each, testing);
    });
  },
  examples: {
    bad: [
      {
        suite:
          "cases:\n  - { id: a, ask: What is wrong with issue 7?, expect: [called: get_issue] }\ntarget: { flow: helper, version: 1.0.0 }\n",
        reports: [3],
      },
      {
        suite: `${triage}${context}cases:\n  - { id: a, ask: Look, expect: [route: [fetch, abort]] }\n`,
        reports: [1, 1, 1],
      },
    ],
    good: [
      { suite: "" },
      {
        suite: `${triage}${context}${mocks}cases:\n  - { id: a, ask: Look, expect: [route: [fetch, sort, note]] }\n  - { id: b, ask: See, expect: [route: [fetch, sort]] }\n  - { id: c, ask: Try, expect: [route: [fetch, abort]] }\n`,
      },
    ],
  },
};

function flowKey({ target }: TargetView): string {
  return JSON.stringify([target.flow.file, target.version]);
}

function findings(
  { target, path }: TargetView,
  testing: readonly SuiteView[],
): readonly SuiteFinding[] {
  const reach = staticReach(testing);
  const { components, routes } = unreachedGraph(target.flow, reach);
  const tools = [...targetTools(target)]
    .filter((name) => ![...reach.tools].some((each) => toolMatcher(each)(name)))
    .toSorted();
  const kinds = { component: components, route: routes, tool: tools };
  return Object.entries(kinds)
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => ({
      path,
      message: `no case reaches the ${kind}${names.length === 1 ? "" : "s"} ${names.join(", ")} of ${target.reference}`,
    }));
}
