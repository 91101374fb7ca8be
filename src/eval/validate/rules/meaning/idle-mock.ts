import { isJsonObject, type JsonObject } from "../../../../core/json.ts";
import type { SuitePath } from "../../../suite/suite-reader.ts";
import { callableTools, noneOfFlows } from "../../analysis/target-tools.ts";
import type { SuiteRule } from "../../rule/suite-rule.ts";
import type { SuiteView } from "../../view/suite-view.ts";

export const idleMock: SuiteRule = {
  id: "idle-mock",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports mocks of tools that no target of the suite can call",
    rationale:
      "Such a mock is never asked. Usually the flow has lost the tool, or its name is that of another one.",
    repair:
      "remove the mock, or give the tool to the flow; a target's `mcp_tools` are tools of a session",
  },
  check(view) {
    const { targets } = view;
    if (targets.length === 0) return [];
    const callable = callableTools(targets);
    return blocksOf(view).flatMap(({ path, block }) =>
      Object.keys(block)
        .filter((tool) => !callable.has(tool))
        .map((tool) => ({
          path: [...path, tool],
          atKey: true,
          message: `${noneOfFlows(targets)} offer ${tool}, so nothing asks this mock`,
        })),
    );
  },
  examples: {
    bad: [
      { suite: "tools: { create_merge_request: { returns: ok } }\n", reports: [1] },
      {
        suite:
          "cases:\n  - id: a\n    ask: What is wrong with issue 7?\n    tools:\n      own: { schema: { q: string }, returns: ok }\n    expect: [called: get_issue]\n",
        reports: [5],
      },
    ],
    good: [
      { suite: "tools: { get_issue: { returns: Cart } }\n" },
      {
        suite:
          "target: { flow: helper, version: 1.0.0, mcp_tools: [own] }\ntools: { own: { schema: { q: string }, returns: ok } }\n",
      },
    ],
  },
};

interface MockBlock {
  readonly path: SuitePath;
  readonly block: JsonObject;
}

function blocksOf({ value, cases }: SuiteView): readonly MockBlock[] {
  const written = [
    { path: ["tools"] as SuitePath, block: value["tools"] },
    ...cases.map(({ path, source }) => ({ path: [...path, "tools"], block: source["tools"] })),
  ];
  return written.flatMap(({ path, block }) => (isJsonObject(block) ? [{ path, block }] : []));
}
