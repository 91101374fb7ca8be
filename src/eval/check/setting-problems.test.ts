import { expect, test } from "vitest";
import type { JsonValue } from "../../core/json.ts";
import { bundledTools } from "../../tools/index.ts";
import { prepareCheck } from "./check-report.ts";
import type { CheckSetting } from "./check-setting.ts";
import { checks } from "./known-checks.ts";
import { settingProblems } from "./setting-problems.ts";

const setting: CheckSetting = {
  turns: 2,
  maxReplies: 10,
  maxMs: 60_000,
  tool: (name) => bundledTools.tool(name),
  fakes: new Set(["workspace"]),
};

function problemsOf(id: string, value: JsonValue): readonly string[] {
  const check = checks.get(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  const report = prepareCheck(check, value, () => () => []);
  expect(report.problems).toEqual([]);
  return settingProblems({ check, value, report }, setting).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );
}

const noParameter = (tool: string, name: string): string => `${tool} has no parameter "${name}"`;

test.each<[string, JsonValue, readonly string[]]>([
  ["max_turns", 1, []],
  ["max_turns", 2, [": there are never more than 2 turns here, so it cannot fail"]],
  ["max_replies", 9, []],
  ["max_replies", 10, [": there are never more than 10 replies here, so it cannot fail"]],
  ["max_tool_calls", 1_000_000, []],
  ["max_latency_ms", 59_999, []],
  ["max_latency_ms", 60_000, [": a trial ends by itself after 60000 ms, so it cannot fail"]],
  ["max_cost_usd", 5, []],
  ["called", { tool: "get_issue", args: { url: "a" } }, []],
  [
    "called",
    { tool: "get_issue", args: { issue: 1 } },
    [`args.issue: ${noParameter("get_issue", "issue")}`],
  ],
  [
    "called",
    { tool: "get_issue", effective_args: { issue: 1 } },
    [`effective_args.issue: ${noParameter("get_issue", "issue")}`],
  ],
  ["called", { tool: "get_issue", args: { issue_iid: "seven" } }, []],
  ["called", { tool: "get_issue", effective_args: { issue_iid: 7 } }, []],
  ["called", { tool: "get_issue", effective_args: { $not: { issue_iid: "seven" } } }, []],
  [
    "called",
    { tool: "get_issue", effective_args: { issue_iid: "seven" } },
    ['effective_args.issue_iid: issue_iid of get_issue: it is never "seven": it is a whole number'],
  ],
  [
    "not_called",
    { tool: "get_issue", effective_args: { issue_iid: { $regex: "7" } } },
    [
      "effective_args.issue_iid.$regex: issue_iid of get_issue: it is never a text: it is a whole number",
    ],
  ],
  [
    "not_called",
    { tool: "get_issue", args: { $not: { $any: [{ issue: 1 }, { url: "a" }] } } },
    [`args.$not.$any.0.issue: ${noParameter("get_issue", "issue")}`],
  ],
  ["not_called", { tool: "get_*", args: { issue: 1 } }, []],
  ["not_called", { tool: "own_tool", args: { issue: 1 } }, []],
  [
    "call_order",
    ["get_issue", { tool: "get_issue", args: { issue: 1 } }],
    [`1.args.issue: ${noParameter("get_issue", "issue")}`],
  ],
  [
    "parallel",
    ["get_issue", { tool: "get_issue", args: { issue: 1 } }],
    [`1.args.issue: ${noParameter("get_issue", "issue")}`],
  ],
  ["file", "a.txt", []],
  ["state", "unchanged", []],
  ["state", { workspace: "unchanged" }, []],
  ["state", { gitlab: "unchanged" }, ["gitlab: the case has no fake gitlab"]],
])("%s: %j", (id, value, expected) => {
  expect(problemsOf(id, value)).toEqual(expected);
});
