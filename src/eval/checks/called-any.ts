import { callPatternSchema, readCallPattern } from "../check/call-pattern.ts";
import { callTable } from "../check/call-table.ts";
import type { Check } from "../check/check.ts";
import { listOf } from "../check/list-of.ts";
import { patternText } from "../check/pattern-text.ts";

export const calledAny: Check = {
  id: "called_any",
  needs: ["calls"],
  docs: {
    summary: "requires a call of at least one of several tools",
    rationale:
      "There is often more than one right way: a search or a listing, a query by either of two tools. The list says which ways are right, so that the check does not prescribe one of them.",
  },
  schema: { type: "array", items: callPatternSchema },
  examples: [
    {
      trial: {
        calls: [{ component: "a", tool: "list_issues", args: { state: "opened" }, isError: false }],
      },
      passes: [
        ["list_issues"],
        ["run_glql_query", "list_issues"],
        ["run_glql_query", { tool: "list_issues", args: { state: "opened" } }],
      ],
      fails: [
        ["run_glql_query"],
        ["run_glql_query", "get_issue"],
        ["run_glql_query", { tool: "list_issues", args: { state: "closed" } }],
      ],
    },
    {
      trial: {
        calls: [{ component: "a", tool: "list_issues", args: {}, isError: true, isOffered: false }],
      },
      passes: [[{ tool: "list_issues", error: true }]],
      fails: [["list_issues"]],
    },
  ],
  refused: [[], [""], ["list_issues", { tool: "" }]],
  prepare(value, reader) {
    const items = listOf(value);
    if (items.length === 0) reader.nothingToCheck([], "the list of tools is empty");
    const patterns = items.map((item, index) => readCallPattern(item, [index], reader));
    const known = patterns.filter((pattern) => pattern !== undefined);
    if (known.length === 0 || known.length < patterns.length) return undefined;
    const names = known.map(patternText).join(", ");
    return {
      type: "decidable",
      assess({ calls }) {
        const first = calls.find((call) => known.some((pattern) => pattern.meets(call)));
        if (first !== undefined) return { pass: true, message: `${first.tool} was called` };
        return {
          pass: false,
          message: `expected a call of any of ${names}, there was none`,
          details: callTable(
            known.map((pattern) => ({ pattern, note: "any" })),
            calls,
            (call) => known.find(({ tool }) => tool === call.tool)?.explain(call) ?? "",
          ),
        };
      },
    };
  },
};
