import { isJsonObject } from "../../core/json.ts";
import {
  type CallPattern,
  callPatternName,
  callPatternObject,
  readCallPattern,
} from "../check/call-pattern.ts";
import { callTable } from "../check/call-table.ts";
import type { Check } from "../check/check.ts";
import { patternText } from "../check/pattern-text.ts";
import { countText, readTimes, timesSchema, timesText } from "../check/times.ts";
import type { CallView } from "../check/trial-view.ts";

export const called: Check = {
  id: "called",
  needs: ["calls"],
  docs: {
    summary: "requires calls of a tool, with these arguments if any are given",
    rationale:
      "The plainest statement about an agent that uses tools. The arguments are a matcher and are compared with what the model wrote; `effective_args` looks at what reached the tool. `times` counts the calls that match, so { max: 1 } alone allows none. A call that ended in an error counts, unless `error` says otherwise; one of a tool that the agent does not have counts only against an upper bound. In the name `*` stands for any part of it, so `create_*` is any tool that creates.",
  },
  schema: {
    anyOf: [callPatternName, callPatternObject({ times: timesSchema })],
  },
  examples: [
    {
      trial: {
        calls: [
          { component: "a", tool: "get_issue", args: { id: 7 }, isError: true },
          {
            component: "a",
            tool: "get_issue",
            args: { id: "7", note: "again" },
            effectiveArgs: { id: 7 },
            isError: false,
          },
        ],
      },
      passes: [
        "get_issue",
        { tool: "get_issue", times: 2 },
        { tool: "get_issue", times: { min: 1, max: 2 } },
        { tool: "get_issue", args: { id: 7 }, times: 1 },
        { tool: "get_issue", args: { note: { $contains: "again" } } },
        { tool: "get_issue", effective_args: { id: 7 }, times: 2 },
        { tool: "get_issue", error: true, times: 1 },
        { tool: "get_issue", component: "a" },
        { tool: "create_issue", times: 0 },
        "get_*",
        { tool: "*_issue", args: { id: 7 }, times: 1 },
      ],
      fails: [
        "create_issue",
        { tool: "get_issue", times: 1 },
        { tool: "get_issue", times: { min: 3 } },
        { tool: "get_issue", args: { id: 7 }, times: 2 },
        { tool: "get_issue", args: { note: { $contains: "once" } } },
        { tool: "get_issue", effective_args: { id: "7" } },
        { tool: "get_issue", error: true, times: 2 },
        { tool: "get_issue", component: "b" },
        { tool: "get_issue", times: 0 },
        "get_*_note",
        { tool: "*", times: 3 },
      ],
    },
    {
      trial: {
        calls: [
          { component: "a", tool: "get_epic", args: {}, isError: true, isOffered: false },
          { component: "a", tool: "get_issue", args: {}, isError: true, isOffered: true },
        ],
      },
      passes: ["get_issue", "get_*", { tool: "get_epic", error: true }],
      fails: [
        "get_epic",
        { tool: "get_epic", error: false },
        { tool: "get_epic", times: 0 },
        { tool: "get_*", times: 2 },
        { tool: "get_*", times: { max: 1, min: 0 } },
      ],
    },
  ],
  refused: [
    "",
    { tool: " " },
    { tool: "get_issue", times: {} },
    { tool: "get_issue", times: { min: 2, max: 1 } },
    { tool: "get_issue", args: { id: { $contains: "" } } },
    { tool: "get_issue", args: {} },
    { tool: "get_issue", args: { $not: {} } },
    { tool: "get_issue", args: "7" },
    { tool: "get_issue", effective_args: { $type: "object" } },
  ],
  prepare(value, reader) {
    const pattern = readCallPattern(value, [], reader);
    const times = readTimes(isJsonObject(value) ? value["times"] : undefined, ["times"], reader);
    if (pattern === undefined || times === undefined) return undefined;
    return {
      type: "decidable",
      assess({ calls }) {
        // A call of a tool that is not there is none, but whoever tried did not stay away from it either.
        const tried = calls.filter((call) => pattern.matches(call)).length;
        const count = calls.filter((call) => pattern.meets(call)).length;
        if (count >= times.min && tried <= times.max) {
          return { pass: true, message: `${patternText(pattern)} was called ${countText(count)}` };
        }
        return {
          pass: false,
          message: `expected ${patternText(pattern)} to be called ${timesText(times)}, ${found(pattern, calls)}`,
          details: callTable([{ pattern, note: timesText(times) }], calls, (call) =>
            pattern.meets(call) ? "matches" : pattern.explain(call),
          ),
        };
      },
    };
  },
};

/** What was found instead; calls of the tool that do not match are worth a word. */
function found(pattern: CallPattern, calls: readonly CallView[]): string {
  const ofTool = calls.filter(({ tool }) => pattern.names(tool));
  const matching = ofTool.filter((call) => pattern.matches(call)).length;
  if (ofTool.length === 0) return "it was never called";
  if (ofTool.every(({ isOffered }) => isOffered === false)) {
    return "the agent tried, but it is not offered such a tool";
  }
  const untaken = ofTool.filter((call) => pattern.matches(call) && !pattern.meets(call)).length;
  if (untaken > 0) {
    return `it was called ${countText(matching)}, ${countText(untaken)} where it is not offered`;
  }
  if (pattern.terms === "") return `it was called ${countText(matching)}`;
  return `${matching} of its ${ofTool.length} calls match`;
}
